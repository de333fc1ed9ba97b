import type { GuideQuestion } from '../routes';
import { assessGuideCoverage } from './assessGuideCoverage';
import { parseGuide } from '../parseGuide';

const answerTo = (question: GuideQuestion, markdown: string) =>
  assessGuideCoverage(parseGuide(markdown)).find(
    answer => answer.question === question,
  );
const covers = (question: GuideQuestion, markdown: string): boolean =>
  answerTo(question, markdown)?.covered ?? false;

describe('assessGuideCoverage', () => {
  it('answers the four questions, in order', () => {
    expect(
      assessGuideCoverage(parseGuide('Hello.')).map(({ question }) => question),
    ).toEqual([
      'contributionTypes',
      'buildAndTest',
      'responseTime',
      'becomeReviewer',
    ]);
  });

  it('names the sentence, its line and its heading', () => {
    expect(
      answerTo(
        'responseTime',
        '# Guide\n\n## After you send it\n\nSit back. We _reply_ within [two days](x.md).',
      ),
    ).toEqual({
      question: 'responseTime',
      covered: true,
      sentence: 'We reply within two days.',
      promisedHours: 16,
      line: 5,
      heading: 'After you send it',
    });
  });

  it('says nothing of a guide without text', () => {
    expect(
      assessGuideCoverage(parseGuide('')).every(
        ({ covered, sentence }) => !covered && sentence === undefined,
      ),
    ).toBe(true);
  });

  it('does not count comments', () => {
    const markdown =
      '<!-- We welcome bug reports. We reply within two days. Run `make test`. To become a maintainer, contribute often. -->';
    expect(
      assessGuideCoverage(parseGuide(markdown)).some(({ covered }) => covered),
    ).toBe(false);
  });

  it('does not count headings without text', () => {
    const markdown =
      '# We welcome bug fixes\n\n# Run `make test`\n\n# We reply within 2 days\n\n# How to become a committer\n';
    expect(
      assessGuideCoverage(parseGuide(markdown)).some(({ covered }) => covered),
    ).toBe(false);
  });
});

describe('contributionTypes', () => {
  it.each([
    'Bug reports are always welcome.',
    'We would love to see more translations.',
    'If you spot a typo, go ahead and open a pull request.',
    'If you hit a bug, please open an issue.',
    'There are many ways to help, from triaging issues to writing tutorials.',
    'Anyone is welcome to review pull requests.',
    'Found a bug? We want to hear about it!',
    'We welcome contributions of all kinds. These include bug reports and translations.',
    'Perhaps you would like to help with the documentation?',
    'Filing issues for problems you run into is a great way to contribute bug reports.',
    'You can help us by:\n\n- reporting bugs\n- writing documentation',
    "Whether it's:\n\n- Reporting a bug\n- Proposing a feature",
    '## Types of contributions\n\n### Docs\n\nThe documentation is thin in places.',
  ])('is told by %j', markdown => {
    expect(covers('contributionTypes', markdown)).toBe(true);
  });

  it.each([
    'All contributions are welcome.',
    'We love pull requests from everyone.',
    'Suggestions and improvements are always welcome.',
    'Use issues and pull requests to reach us.',
    'When you file a bug report, include the version and a trace.',
    'The best way to get your bug fixed is a small test case.',
    'We do not accept new features.',
    'Patches that only reformat code are not welcome, nor are typo fixes.',
    'Please do not open issues for feature ideas.',
    'Welcome to the documentation project!',
    'In an open and welcoming community we pledge to respect all who report bugs.',
    'Thanks for helping us fix the project.',
    'If you add a feature, we need a test!',
    'Describe the feature you would like to see.',
    'If your patch fixes an issue, you can add a reference to it in the log.',
    '- [Reporting bugs](a.md)\n- [Writing docs](b.md)',
  ])('is not told by %j', markdown => {
    expect(covers('contributionTypes', markdown)).toBe(false);
  });
});

describe('buildAndTest', () => {
  it.each([
    'Run `npm test` before you push.',
    'Make sure the tests pass (`grunt test`).',
    'First build it:\n\n```\n$ cmake -B build && cmake --build build\n```',
    'Run the tests:\n\n    go test ./...',
    '```sh\n# check everything\nFOO=1 make check\n```',
    '```console\n$ cd app\n$ ./gradlew build\n```',
    'Execute `./run_tests.sh` in the root.',
    '- Run `tox` for all versions',
    'Use `python setup.py test`.',
    'Open `test/index.html` in your browser to run the tests.',
    'Then run cargo test to see whether it works.',
    '```\n(host)$ make build\n```',
    '```\nourtool build\n```',
    'Before committing, make sure to run `make test`, so that it passes the CI checks.',
  ])('is told by %j', markdown => {
    expect(covers('buildAndTest', markdown)).toBe(true);
  });

  it.each([
    'Run `npm run lint` first.',
    'Format with `make fmt`:\n\n```\nmake format\nprettier --write .\n```',
    '```\ngit clone https://example.org/it.git\ngit checkout -b test-build\n```',
    'Make sure the tests pass.',
    'CI runs `make test` on every push.',
    'Comment `/test` on the pull request to start the tests.',
    'Push the button to let the pipeline run `npm test`.',
    'See the [developer guide](dev.md) for building and testing.',
    'Build it as described in [BUILD](BUILD.md).',
    'Install the dependencies:\n\n```\nnpm install\n```',
    'Add your tests to `test/unit/run_test.js`.',
    '```js\ntest("adds", () => build());\n```',
    '## Releasing\n\n```\nnpm run build\nnpm publish\n```',
    'Name your branch `test/my-fix`.',
    'GitHub Actions will run `npm test` for you.',
    'The tests (`make test`) are run by our CI.',
    '```\nMake sure the tests pass\nmake sure it builds\n```',
    'First run npm install.',
    '```\nmkdir build\nRunning test\nfix build\n```',
  ])('is not told by %j', markdown => {
    expect(covers('buildAndTest', markdown)).toBe(false);
  });

  it('points at the line of the command', () => {
    expect(
      answerTo('buildAndTest', 'Text\n\n```\ncd app\nmake test\n```'),
    ).toMatchObject({ sentence: 'make test', line: 5 });
  });
});

describe('responseTime', () => {
  it.each([
    'We try to respond within 3 business days.',
    'You will hear from us by the next business day.',
    'Expect a first review in 24-48 hours.',
    'A reviewer will look at your change within a couple of weeks.',
    'It may take up to two weeks until a maintainer gets to your pull request.',
    'New issues are triaged every Monday.',
    'One of us reviews the open pull requests once every few months.',
    'Our response times:\n\n- Bugs: <= 2 days',
    '| Task | Target |\n|---|---|\n| First review | within 5 days |',
    'Your change is then reviewed by two of us. This usually takes 2-3 days.',
    'Please allow up to five days for a response.',
    "If you don't hear back after a week, ping us.",
    "If you haven't had a reply in two weeks, leave a comment.",
    'If nobody has reviewed it within ten days, please remind the team.',
  ])('is told by %j', markdown => {
    expect(covers('responseTime', markdown)).toBe(true);
  });

  it.each([
    'We answer in a reasonable time.',
    'We will respond as soon as possible.',
    'Maintainers review promptly, in a timely manner.',
    'Reviews sometimes take a very long time.',
    'Issues without activity are closed after 30 days.',
    'A bot marks the pull request as stale if there is no response in 14 days.',
    'Please respond to review comments within two weeks.',
    'If the author does not reply within 7 days, we close the pull request.',
    'We expect responses to our feedback within a week.',
    'Pull requests stay open for at least 48 hours, so that all can review.',
    'Once approved, your change is merged within a day.',
    'A new version is released every 8 weeks.',
    'We support each version for 12 months.',
    'The team meets every week to review proposals.',
    'Changes should not be merged within 24 hours of opening, to allow reviewers to look.',
    'Allow 1 week for a new release after review.',
    'Try to keep a change to what takes less than a day of work.',
  ])('is not told by %j', markdown => {
    expect(covers('responseTime', markdown)).toBe(false);
  });
});

describe('becomeReviewer', () => {
  it.each([
    'To become a committer, a contributor must have five merged changes.',
    'Contributors with a record of good reviews are given commit access.',
    'After some valuable contributions you will be invited to be a maintainer.',
    'Frequent contributors may be nominated as approvers by any maintainer.',
    'If you would like to become a code owner, add your name to the list.',
    'We grant write access to people who contribute regularly.',
    'Any maintainer can nominate a contributor to become a reviewer.',
    '## Becoming a maintainer\n\n- Take part in reviews for three months\n- Be nominated by another',
    '## How can I become a maintainer?\n\n1. Volunteer in our chat',
    '**How to become a reviewer**\n\n1. Review ten pull requests',
  ])('is told by %j', markdown => {
    expect(covers('becomeReviewer', markdown)).toBe(true);
  });

  it.each([
    '| Role | Rights |\n|---|---|\n| Maintainer | merges |\n| Reviewer | reviews |',
    'The maintainers are Ann, Bob and Cid.',
    'A committer is a contributor who has been given write access.',
    'Maintainers must review every pull request.',
    'Once you become a maintainer, you need two-factor authentication.',
    'We are not looking for new committers.',
    'Frequent contributors may ask to join the organization.',
    'See [the rules](GOVERNANCE.md) on how to become a maintainer.',
    '## Becoming a maintainer\n\n[Read this](GOVERNANCE.md)',
    'If you have commit access, merge with a squash.',
    'A reviewer will be assigned to your pull request.',
    'A committer may be retired by a vote of the committers.',
    "Whether it's:\n\n- Fixing a bug\n- Becoming a maintainer",
  ])('is not told by %j', markdown => {
    expect(covers('becomeReviewer', markdown)).toBe(false);
  });
});

describe('plain sentences', () => {
  it('count as well', () => {
    expect(
      covers(
        'contributionTypes',
        'We are glad about dashboards, alert rules and fixes to the docs.',
      ),
    ).toBe(true);
    expect(
      covers(
        'buildAndTest',
        '## Build and test\n\n`cargo build` and `cargo test`.',
      ),
    ).toBe(true);
  });
});

describe('the sentence that is shown', () => {
  const sentenceFor = (question: GuideQuestion, ...lines: string[]) =>
    answerTo(question, lines.join('\n'))?.sentence;

  it.each([
    // as in the guide of the CHERI Alliance: duties stand before the way
    [
      '## Becoming a maintainer',
      '',
      'Maintainers are trusted contributors with merge access. Maintainers are expected to:',
      '',
      '- Review PRs and issues',
      '- Participate in release planning',
      '',
      'To be considered, a contributor should have demonstrated:',
      '',
      '- Sustained contribution',
      '',
      'Any maintainer may nominate a contributor to become a maintainer.',
    ],
    // under a heading that matches, but no answer
    [
      '## Becoming a maintainer',
      '',
      'We love all contributions. Thank you for your reviews!',
      '',
      'Any maintainer may nominate a contributor to become a maintainer.',
    ],
    [
      '## Becoming a maintainer',
      '',
      'Maintainers must review pull requests and help contributors.',
      '',
      'Any maintainer may nominate a contributor to become a maintainer.',
    ],
  ])('tells the way, not who is there already', (...lines) => {
    expect(sentenceFor('becomeReviewer', ...lines)).toBe(
      'Any maintainer may nominate a contributor to become a maintainer.',
    );
  });

  it.each([
    [
      'becomeReviewer' as const,
      'To become a maintainer:\n\n- Demonstrate consistent, quality contributions\n- Show understanding',
      'To become a maintainer: Demonstrate consistent, quality contributions',
    ],
    [
      'becomeReviewer' as const,
      'Want to be a maintainer? Open ten pull requests and we will talk.',
      'Want to be a maintainer? Open ten pull requests and we will talk.',
    ],
    // as in the guide of Caddy
    [
      'becomeReviewer' as const,
      'Collaborators have push rights. We grant this permission after one or more pull requests are merged!',
      'Collaborators have push rights. We grant this permission after one or more pull requests are merged!',
    ],
    [
      'contributionTypes' as const,
      'You can help us by:\n\n- reporting bugs\n- writing documentation',
      'You can help us by: reporting bugs',
    ],
    // as in the guide of Sinatra
    [
      'contributionTypes' as const,
      '## Found a bug?\n\nLog it in our issue tracker.',
      'Found a bug? Log it in our issue tracker.',
    ],
    [
      'contributionTypes' as const,
      'We welcome help. These include bug reports.',
      'We welcome help. These include bug reports.',
    ],
    [
      'responseTime' as const,
      'Our response times:\n\n- Bugs: two days',
      'Our response times: Bugs: two days',
    ],
  ])('is a passage where one part says too little: %s', (...example) => {
    const [question, markdown, sentence] = example;
    expect(sentenceFor(question, markdown)).toBe(sentence);
  });

  it.each([
    // steps of filing a report stand under a heading that matches
    [
      '## Ways to contribute',
      '',
      'Before you report a bug, search the tracker.',
      '',
      '- Include the version in your bug report',
      '',
      'Translations are always welcome.',
    ],
    // as in the guide of Sinatra: a wish, and no invitation
    [
      'If you want to help translating the docs, they are here.',
      '',
      'Translations are always welcome.',
    ],
    [
      'If you find a bug, please open an issue.',
      '',
      'Translations are always welcome.',
    ],
  ])('is the plainest invitation', (...lines) => {
    expect(sentenceFor('contributionTypes', ...lines)).toBe(
      'Translations are always welcome.',
    );
  });

  it.each([
    ['If you have not heard back within two weeks, ping us.'],
    ['We respond to issues within 48 hours.'],
  ])('is the time of a review before %j', other => {
    expect(
      sentenceFor(
        'responseTime',
        other,
        '',
        'Pull requests are reviewed within one week.',
      ),
    ).toBe('Pull requests are reviewed within one week.');
  });

  it.each([
    // a template that many guides have
    '## How can I contribute?\n\n### Reporting bugs\n\nBefore creating bug reports, please check the existing issues.',
    '## How to contribute\n\n1. Fork the repository\n2. Fix the bug\n3. Add tests\n4. Update the documentation',
    'Please submit only one feature or bug fix per pull request.',
    // 'find issues' is no kind, nor is 'integration': the guides of Tekton and Intervention Image
    'To find issues that we would like contributors to tackle, look for the label.',
    'Any contribution that improves it is welcome and considered for integration.',
  ])('is none where only a heading or a step matches: %j', markdown => {
    expect(covers('contributionTypes', markdown)).toBe(false);
  });

  it.each([
    // as in the guides of Guava, the Azure Functions tools and Mikav
    'Pull requests are great for small fixes for bugs, documentation, etc.',
    'Types of pull requests that are immediately helpful:\n\n- Fixing a bug without changing an API',
    'Filing issues is a great way to contribute.',
    '## How can I contribute?\n\n### Documentation\n\n- Fix typos\n- Translate the documentation',
    'If you find a bug, open an issue.',
  ])('may be put in other words: %j', markdown => {
    expect(covers('contributionTypes', markdown)).toBe(true);
  });

  it.each([
    'Contributors will be:\n\n- Listed here\n- Given commit access for consistent, quality contributions',
    'If you get a merged pull request, then you are eligible for push access.',
    'New committers are elected by a vote of the existing committers.',
    'Whoever has made three accepted changes is offered commit rights.',
  ])('may tell the way in other words: %j', markdown => {
    expect(covers('becomeReviewer', markdown)).toBe(true);
  });

  it.each([
    'In 2019 Jane was elected as a maintainer by the community.',
    'We do not grant commit access to external contributors.',
    'This becomes a burden for maintainers if you do not keep it small.',
    'You may merge once you have the sign-off of a developer with write access.',
    'Give maintainers push access to your branch by allowing edits.',
    '## Becoming a maintainer\n\nMaintainers are expected to:\n\n- Review PRs regularly',
  ])('is no way in %j', markdown => {
    expect(covers('becomeReviewer', markdown)).toBe(false);
  });
});
