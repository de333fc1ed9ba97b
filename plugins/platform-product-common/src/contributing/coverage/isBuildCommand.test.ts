import { isBuildCommand } from './isBuildCommand';

describe('isBuildCommand', () => {
  it.each([
    // runners, which need no target
    'pytest',
    'jest src --watch',
    'ninja -C out',
    'busted spec',
    'msbuild App.sln',
    'rollup -c',
    'colcon',
    'tox',
    'tox -e py38',
    'nox tests/unit',
    'tox py38 lint',
    // make needs none either, but may be told something else
    'make',
    'make -j8',
    'make V=1',
    'make -C src/lib',
    'make test',
    'make clean all',
    'gmake check',
    'rake',
    'rake spec',
    // tools that are told a target
    'npm test',
    'npm run build',
    'npm run test:unit',
    'yarn e2e',
    'go vet test ./...',
    'cargo build --release',
    'mvn install',
    'gradlew assemble',
    'stack test',
    'docker compose run app test',
    'podman build .',
    'nix build',
    'hardhat compile',
    'wasm-pack test',
    'pio ci',
    'manage.py test',
    'python setup.py develop',
    'dotnet pack dist',
    'bazel coverage //...',
    'npm run shortest',
    'npm run tdd',
    'npm t',
    'lein eunit',
    'mvn up',
    // tools that nobody knows
    'ourtool build',
    'ourtool run test',
    'ourtool  verify  --fast',
    'our_tool-2 check',
    // scripts
    './test',
    './build.py',
    '.\\build',
    'bin/test',
    'script/build',
    'scripts/test.py',
    'tools/check',
    'ci/build',
    'dev/test',
    'hack/verify',
    'node_modules/.bin/test-all',
    'build.sh',
    'build.bat',
    'build.cmd',
    'build.ps1',
    './run tests',
    './x.py all',
    'run.sh unit',
    // interpreters
    'python run_tests.py',
    'python3 test_all.py',
    'ruby test.rb',
    'perl t/test.pl',
    'bash ci.txt test',
    'pwsh go build',
    // R
    'devtools::test()',
    '  devtools::test()',
    "devtools::check('.')",
    "testthat::test_dir('x')",
    'rcmdcheck::rcmdcheck()',
    'devtools::build()',
    'R CMD check .',
    'Rscript -e x test',
    // paths and capitals
    '/usr/bin/make test',
    'c:\\tools\\msbuild App.sln',
    'MSBuild App.sln',
    'npm TEST',
    // what stands before
    '$ make test',
    '> make test',
    '% npm test',
    'sudo make install',
    'npx jest',
    'bundle exec rspec',
    'CC=clang make',
    'FOO=1 BAR=2 npm test',
    'dotenv pytest',
    'xvfb-run npm test',
    'python -m pytest',
    'powershell ./build',
    'appraisal rake test',
    'nix-shell --run make',
    'poetry run pytest',
    'run pytest',
    '(host)$ make test',
    'me@host $ make test',
    'PS C:\\> msbuild',
    'SUDO npm test',
    // what stands behind
    'make test # all of it',
    '  make test  ',
    'make\ttest',
  ])('builds or tests: %s', command => {
    expect(isBuildCommand(command)).toBe(true);
  });

  it.each([
    '',
    '   ',
    '$',
    'FOO=1',
    '# make test',
    '  # make test',
    '//make test',
    'echo make # test',
    // nothing that builds
    'npm run start',
    'npm run lint',
    'npm run lint:test',
    'npm run test-format',
    'npm run check-license',
    'npm run test:types',
    'npm run changelog-check',
    'npm run publish-dist',
    'npm run build-docs',
    'npm run docs:build',
    'npm run build_deps',
    'make fmt',
    'make deploy',
    'gmake run',
    'rake db:migrate',
    // prepares a database, as in the guide of RubyGems
    'rake db:setup db:test:prepare',
    'tox -e lint lint',
    'tox format',
    'nox docs',
    // fetches what is needed
    'npm install',
    'npm ci',
    'composer install',
    'docker compose up',
    'podman install all',
    'lerna install',
    'cargo install it',
    'task world',
    'dart develop',
    'poetry install',
    'flutter debug',
    // a target that is one of many words
    'npm a b c d test',
    // programs and words after which a target is a name or prose
    'git build',
    'apt test',
    'code test',
    'in build',
    'refactor check',
    'the build',
    'ourtool build it',
    'Ourtool build',
    'our.tool build',
    'a-program-of-more-than-30-letters build',
    'Make test',
    'Run the tests',
    'make sure',
    'ninja sure',
    // no script, no interpreter
    '/test',
    'test',
    'build/index.html',
    'src/test.py',
    './start',
    'bin/lint-test',
    'node server.js',
    'R-devel test it',
    'x devtools::test()',
    'ourtool python test',
    'run',
    // what stands before is no prompt
    '<x> make test',
    'x y z$ make test',
    '-make test',
  ])('does neither: %s', command => {
    expect(isBuildCommand(command)).toBe(false);
  });

  it('looks at four words behind a tool', () => {
    expect(isBuildCommand('npm a b c test')).toBe(true);
    expect(isBuildCommand('npm run a b c --x test')).toBe(true);
    expect(isBuildCommand('npm a b c d test')).toBe(false);
  });

  it('takes what is longer than a command for data', () => {
    const command = (length: number) => 'make test '.padEnd(length, 'x');
    expect(isBuildCommand(command(400))).toBe(true);
    expect(isBuildCommand(command(401))).toBe(false);
  });

  it('takes a name of thirty letters for a tool, and no longer one', () => {
    expect(isBuildCommand(`${'a'.repeat(30)} build`)).toBe(true);
    expect(isBuildCommand(`${'a'.repeat(31)} build`)).toBe(false);
  });
});
