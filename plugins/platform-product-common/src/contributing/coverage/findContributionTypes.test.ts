import { assessGuideCoverage } from './assessGuideCoverage';
import { parseGuide } from '../parseGuide';

const isTold = (markdown: string): boolean =>
  assessGuideCoverage(parseGuide(markdown))[0].covered;

describe('a kind of contribution', () => {
  it.each([
    'We welcome bugfixes.',
    'We welcome enhancements.',
    'We welcome tutorials.',
    'We welcome translations.',
    'We welcome plugins.',
    'You are welcome to report any problem.',
    'We welcome issue reports.',
    'You are welcome to tell us of issues that you face.',
    'If you spot an issue, go ahead.',
    'If you notice a problem, go ahead.',
    'You are welcome to review pull requests.',
    'We welcome code reviews.',
    'You are welcome to answer questions.',
    'You are welcome to respond to issues.',
    'You are welcome to improve the performance.',
    'We welcome performance improvements.',
    'We welcome recipes.',
    'We welcome benchmarks.',
  ])('is named in %j', sentence => {
    expect(isTold(sentence)).toBe(true);
  });

  it.each([
    'We welcome changes.',
    'We welcome improvements.',
    'We welcome reports.',
    'We welcome questions.',
    'We welcome you to review it with care.',
    'You are welcome to report back.',
  ])('is not named in %j', sentence => {
    expect(isTold(sentence)).toBe(false);
  });
});

describe('what is wanted most', () => {
  it.each([
    'Templates for new kinds of workspace are what we need most.',
    'Exporters are what we are looking for.',
    'A second parser is what we want.',
    'The dashboards are where we need help.',
    'Parsers, dashboards and documentation are what we need most.',
    'Recordings of real machines are what we currently need.',
    'More exporters are what we are really looking for right now.',
    "Alert rules are what we're looking for, large or small.",
    'Alert rules are what we need most of all (ask us which).',
    'Drivers are where we need the most help.',
    'The Linux version is where we could use some hands.',
    "The Linux version is where we'd love help.",
    'Try it on your own data; samples of it are what we need most:',
  ])('is named by its sentence alone: %j', sentence => {
    expect(isTold(sentence)).toBe(true);
  });

  it.each([
    'Templates are not what we need.',
    'Templates are what we have.',
    'This is what we call a template.',
    // what a change needs before it is merged, and what it should be like
    'A signed CLA is what we need before we merge.',
    'A signed CLA is what we need.',
    'A green build is what we need to merge your change.',
    'A green build is what we want to see.',
    'Two approvals are what we need.',
    'A reproduction is what we need most.',
    'Small pull requests are what we are looking for.',
    'Consistency is what we want.',
    // a place
    'The `main` branch is where we want releases to come from.',
    'Slack is where we are looking at alerts.',
    'The wiki is where we want you to look first.',
    'The tracker is where we need people to report.',
    // what is not, or hardly, wanted
    'Templates are what we no longer need.',
    'Templates are what we used to need.',
    'Templates are what we need least.',
    'Big refactorings are what we least want.',
    'Big refactorings are what we rarely want.',
    'Big refactorings are what we want to see less of.',
    'Crashes are what we want to avoid.',
    // nothing in particular
    'This is what we need most.',
    'Here is what we are looking for:',
    'Contributions are what we need most.',
    'Which is where we need help.',
  ])('is not named in %j', sentence => {
    expect(isTold(sentence)).toBe(false);
  });
});

describe('an invitation', () => {
  it.each([
    'We welcome tutorials.',
    'Tutorials are appreciated.',
    'We would be delighted by a tutorial.',
    'Tutorials are encouraged.',
    'Our team does encourage tutorials.',
    'Tutorials are invaluable.',
    'We love your tutorials.',
    'We love fixes.',
    'Feel free to write a tutorial.',
    'Do not hesitate to write a tutorial.',
    "Please don't hesitate to report a bug.",
    'Write a tutorial, go ahead.',
    'Why not write a tutorial?',
    'Perhaps you would like to translate it?',
    'Help is needed with tutorials.',
    'You could contribute tutorials.',
    'Consider contributing tutorials.',
    'A tutorial is a nice way to start.',
    'Tutorials are the easiest way to get involved.',
    'Tutorials are the easiest place to begin contributing.',
    'A tutorial is a useful contribution.',
    'People can help by writing tutorials.',
    'Try to contribute by writing tutorials.',
    'Help out with tutorials.',
    'Students could help with tutorials.',
    'Help us translate it.',
    'You can help translate it.',
    'The project is looking for people with tutorials.',
    'The project is seeking volunteers for tutorials.',
    'The project can always use more tutorials.',
    "We're keen to include your tutorial.",
    'Of any bug we would soon hear.',
    'The project will gladly take tutorials.',
    'We value tutorials.',
    'We are happy about tutorials.',
    'Tutorials are open to everyone.',
    'There are ways to be involved, such as tutorials.',
    'Contributions of our users include tutorials.',
    'There is much to contribute, from tutorials to songs.',
    'It is fine to send a tutorial.',
  ])('is %j', sentence => {
    expect(isTold(sentence)).toBe(true);
  });

  it.each([
    'Please open an issue if there is a bug.',
    'For a bug, please send it to us.',
    'Describe the bug and file an issue.',
  ])('is %j, where the kind is named', sentence => {
    expect(isTold(sentence)).toBe(true);
    expect(isTold(sentence.replace('bug', 'thing'))).toBe(false);
    // a first talk is a step of the way
    expect(isTold(`First of all, ${sentence}`)).toBe(false);
  });

  it.each([
    'There is a tutorial.',
    'A bug report is appreciated if it is short.',
    'We appreciate it when bugs are described.',
    'Thank you for the fix, you are welcome.',
    'Go ahead with any bug, we are happy to help.',
    'Make sure that your bug fix is welcome.',
    'You are welcome, but we only accept fixes.',
    'Questions about docs are welcome.',
    'This page describes which fixes are welcome.',
    'You are welcome to look in our docs.',
    'You are welcome to read the docs.',
    'We welcome you and your bugs.',
    'It is encouraged that bugs have numbers.',
    'We pledge to welcome all who find bugs.',
    'Welcome to the documentation!',
  ])('is not %j', sentence => {
    expect(isTold(sentence)).toBe(false);
  });

  it.each([
    'Tutorials are not welcome.',
    'Tutorials are never really welcome.',
    "We won't welcome tutorials.",
    'We decline that tutorials are welcome.',
    'We do not in any way welcome tutorials.',
    'Instead of tutorials feel free to write poems.',
  ])('is turned round in %j', sentence => {
    expect(isTold(sentence)).toBe(false);
  });

  it.each([
    'It is not big, but any tutorial is welcome.',
    'Not only fixes are welcome.',
    'Tutorials are welcome, but not poems.',
  ])('is not turned round in %j', sentence => {
    expect(isTold(sentence)).toBe(true);
  });
});

describe('a question', () => {
  it('names what the next sentence invites', () => {
    expect(isTold('Found a bug? Go ahead.')).toBe(true);
    expect(isTold('Found a bug? Please open an issue.')).toBe(true);
    expect(isTold('Found a bug. Go ahead.')).toBe(false);
    expect(isTold('Found a place? Go ahead.')).toBe(false);
    expect(isTold('Found a bug? Write it down.')).toBe(false);
    expect(isTold('Found a bug? Look. Go ahead.')).toBe(false);
  });

  it('is no invitation itself, unless it proposes', () => {
    expect(isTold('Are tutorials welcome?')).toBe(false);
    expect(isTold('Would you like to write a tutorial?')).toBe(true);
  });
});

describe('a sentence that refers to the one before', () => {
  it.each(['This', 'These', 'That', 'They', 'Contributions'])(
    'begins with %s and lists what that one invites',
    word => {
      const lists = `${word} may include tutorials.`.replace(
        /^Contributions may include/,
        'Contributions, such as',
      );
      expect(isTold(`We welcome help. ${lists}`)).toBe(true);
      expect(isTold(`We like help. ${lists}`)).toBe(false);
    },
  );

  it.each([
    'We welcome help. It may include tutorials.',
    'We welcome help. They are tutorials.',
    'We welcome help. These never include tutorials.',
    'We welcome help. These include poems.',
    'We welcome help. Hello. These include tutorials.',
  ])('is not told by %j', markdown => {
    expect(isTold(markdown)).toBe(false);
  });
});

describe('a list', () => {
  const list = (intro: string, item = 'tutorials') =>
    isTold(`${intro}\n\n- one\n- ${item}`);

  it.each([
    'These are ways to participate:',
    'You may help:',
    'Help in these areas:',
    'We need:',
    'Especially wanted:',
    'If they want to contribute:',
    'Whether you are:',
    'Kinds of contribution:',
    'Contributions come in forms:',
    'Here is how anyone can help.',
    'You can help in the following ways.',
    'We need things such as',
  ])('is introduced by %j', intro => {
    expect(list(intro)).toBe(true);
    expect(list(intro, 'poems')).toBe(false);
    expect(list(intro, 'no tutorials, never')).toBe(false);
  });

  it.each([
    'You may help.',
    'This is what there is:',
    'You can not help:',
    'We do not want:',
  ])('is not introduced by %j', intro => {
    expect(list(intro)).toBe(false);
  });

  it('is one of items, not of code or rows', () => {
    expect(isTold('You can help:\n\ntutorials')).toBe(false);
    expect(isTold('You can help:\n\n> tutorials')).toBe(false);
    expect(isTold('You can help:\n\n    tutorials')).toBe(false);
    expect(
      isTold('We welcome:\n\n| What |\n|---|\n| tutorials are welcome |'),
    ).toBe(false);
    expect(isTold('You can help:\n\n- [writing tutorials](x)')).toBe(false);
  });
});

describe('a heading', () => {
  const under = (heading: string, text = 'Tutorials are few.') =>
    isTold(`## ${heading}\n\n### More\n\n${text}`);

  it.each([
    'Forms of contribution',
    'Ways to help',
    'How you can help',
    'What can I do',
    "What we're looking for",
  ])('invites what stands below it: %j', heading => {
    expect(under(heading)).toBe(true);
    expect(under(heading, 'Poems are few.')).toBe(false);
    expect(under(heading, 'Not a tutorial.')).toBe(false);
  });

  it('is not enough where it only names a topic', () => {
    expect(under('How we help')).toBe(false);
    expect(isTold('Tutorials are few.\n\n## Ways to help')).toBe(false);
  });
});
