import { wordList } from './wordList';

/** Set before a command without changing what it does. */
export const WRAPPERS: ReadonlySet<string> = new Set(
  wordList(
    '$ > % # sudo time npx pnpx bunx bundle exec poetry uv pipenv pdm rye env winpty call',
    'dotenv run: scan-build xvfb-run python python3 py php node ruby perl bash sh pwsh',
    'powershell -m appraisal nix-shell --run',
  ),
);

/** Run without a target, these build or test. */
export const RUNNERS: ReadonlySet<string> = new Set(
  wordList(
    'pytest tox nox rspec jest mocha vitest ava karma phpunit ctest nosetests nose2 prove',
    'busted bats ginkgo unittest make gmake nmake rake cmake ninja scons ant tsc webpack',
    'rollup xcodebuild msbuild waf cucumber qmake makepkg cibuild pest playwright cypress',
    'trial minitest catkin_make colcon',
  ),
);

/** These need a target that says build or test. */
export const TASK_TOOLS: ReadonlySet<string> = new Set(
  wordList(
    'npm yarn pnpm bun deno lerna nx turbo grunt gulp just task invoke inv hatch composer',
    'go cargo mix lein mvn mvnw gradle gradlew sbt mill dotnet bazel bazelisk buck swift',
    'stack cabal dune zig meson flutter dart melos rebar3 crystal docker docker-compose',
    'podman nix rush dzil r rscript julia elm-test jlpm mage earthly pants tilt haxe opam',
    'wasm-pack forge hardhat truffle anchor fastlane ddev lando sail pio moon setup.py',
    'manage.py runtests.py',
  ),
);

export const TARGETS: readonly string[] = wordList(
  'test build check compile verify spec assemble package dist e2e integration coverage',
  'unit tdd bundle shortest',
);

export const WHOLE_TARGETS: ReadonlySet<string> = new Set(
  wordList(
    't tests all install it ci ct eunit tst nextest world debug develop up',
  ),
);

/** Of these tools 'install' fetches dependencies and 'up' starts services, which builds nothing. */
export const FETCHING_TOOLS: ReadonlySet<string> = new Set(
  wordList(
    'npm yarn pnpm bun composer opam nix docker docker-compose podman poetry r mix rush',
    'lerna dart flutter forge cargo tilt ddev lando sail task just',
  ),
);

export const FETCHING_TARGETS: ReadonlySet<string> = new Set(
  wordList('install ci up all develop it debug world'),
);

/** Style, documentation and housekeeping are neither build nor test. */
export const CHORES: readonly string[] = wordList(
  'lint format fmt prettier style typecheck license flake8 mypy spell spotless release',
  'publish changelog',
);

export const WHOLE_CHORES: ReadonlySet<string> = new Set(
  wordList(
    'db database migrate migrations seed doc docs clean deps tools generate tidy vendor link links type types changed',
  ),
);

export const SCRIPT_ENDINGS: readonly string[] = [
  '.sh',
  '.bat',
  '.cmd',
  '.ps1',
];

/** Folders that a repository keeps its own commands in. */
export const SCRIPT_FOLDERS: readonly string[] = wordList(
  'bin/ script/ scripts/ tools/ ci/ dev/ hack/ node_modules/.bin/',
);

export const INTERPRETERS: ReadonlySet<string> = new Set(
  wordList('python python3 py php node ruby perl bash sh pwsh powershell'),
);

export const R_CALLS: readonly string[] = [
  'devtools::test',
  'devtools::check',
  'testthat::test',
  'rcmdcheck::',
  'devtools::build',
];

/** What any tool but those of the shell may be told in one word. */
export const COMMON_TARGETS: ReadonlySet<string> = new Set(
  wordList('test build compile check verify'),
);

/** Programs and plain words after which 'build' or 'test' is a name or prose. */
export const OTHER_PROGRAMS: ReadonlySet<string> = new Set(
  wordList(
    'git cd echo mkdir rm ls cat cp mv touch source export curl wget gh kubectl helm',
    'apt apt-get apk yum dnf brew pip pip3 conda mamba gem ssh scp chmod open vim nano',
    'code grep find man which cat type set a an the to of this that and or new your my',
    'in on all no each any unit fix add update remove improve make run feat docs chore',
    'refactor failing failed broken passing local full clean debug release ci your our',
  ),
);

/** Commands are in lower case, but for these. */
export const CAPITAL_PROGRAMS: ReadonlySet<string> = new Set(
  wordList('R Rscript MSBuild MSBuild.exe'),
);
