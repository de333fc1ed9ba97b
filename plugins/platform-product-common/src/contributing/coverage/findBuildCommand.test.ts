import { assessGuideCoverage } from './assessGuideCoverage';
import { parseGuide } from '../parseGuide';

const answerTo = (markdown: string) => {
  const [, { covered, sentence, line }] = assessGuideCoverage(
    parseGuide(markdown),
  );
  return covered ? { sentence, line } : undefined;
};
const isTold = (markdown: string) => answerTo(markdown) !== undefined;

describe('a command in a sentence', () => {
  it.each([
    'Run `make test`.',
    'When that passes, `make test` is done.',
    'The build is `make test`.',
    'You `cd app && make test` by hand: invoke it.',
  ])('is told by %j', sentence => {
    expect(isTold(sentence)).toBe(true);
    expect(isTold(sentence.replace('make test', 'make fmt'))).toBe(false);
  });

  it('is told by its sentence', () => {
    expect(answerTo('Text.\n\nThen run\n`make test`. Good.')).toEqual({
      sentence: 'Then run make test.',
      line: 3,
    });
  });

  it('needs a word that says to run it, unless it is a cell of a table', () => {
    expect(isTold('There is `make test`.')).toBe(false);
    expect(isTold('- `make test`')).toBe(false);
    expect(isTold('| a | b |\n|-|-|\n| c | `make test` |')).toBe(true);
  });

  it('needs no word beside it under a heading of building', () => {
    expect(isTold('## Compiling\n\nThere is `make test`.')).toBe(true);
    expect(isTold('## Compiling\n\n### More\n\nThere is `make test`.')).toBe(
      false,
    );
    expect(isTold('## Compiling\n\nThere is `make fmt`.')).toBe(false);
  });

  it.each([
    'Run it in `make test`.',
    'Run what you see in the `make test`.',
    'Run it, see (`make test`).',
    'Run what you see, `make test`.',
    'Run what is in a `make test`.',
    'Add it to: `make test`, then run it.',
    'To run it, modify `make test`.',
  ])('may be a place instead: %j', sentence => {
    expect(isTold(sentence)).toBe(false);
  });

  it('is a place only by the word right before it', () => {
    expect(isTold('Run in `app` with `make test`.')).toBe(true);
    expect(isTold('Run `app` in `make test`.')).toBe(false);
    expect(isTold('In the end run `make test`.')).toBe(true);
  });

  it('is none where all of it is a link', () => {
    expect(isTold('[Run `make test`](x)')).toBe(false);
    expect(isTold('[Run the tests](x) with [`make test`](y)')).toBe(true);
  });

  it.each([
    'Run make test.',
    'Run mvn install.',
    'Run bundle exec rake.',
    'Run pytest.',
    'There is npm run build.',
  ])('may stand without marks: %j', sentence => {
    expect(isTold(sentence)).toBe(true);
  });

  it.each(['Run the make.', 'Run npm install.', 'There is make test.'])(
    'is not in %j',
    sentence => {
      expect(isTold(sentence)).toBe(false);
    },
  );
});

describe('a command of somebody else', () => {
  it.each([
    'Travis will do `make test`.',
    'Then `make test` is run on Jenkins.',
    'It is automatically tested with `make test`.',
    'Comment with `make test` to run it.',
    'Use the commit message `make test`.',
    'Use a branch called `make test`.',
  ])('is %j', sentence => {
    expect(isTold(sentence)).toBe(false);
  });

  it.each([
    'Travis will do it, but run `make test` locally.',
    'Travis will do it, but you should run `make test`.',
    'Travis will do `make test`, as will your own machine.',
    'Travis will do it, so make sure with `make test`.',
  ])('is bidden all the same by %j', sentence => {
    expect(isTold(sentence)).toBe(true);
  });

  it('stands under a heading of releases', () => {
    expect(isTold('## Publishing\n\nRun `make test`.')).toBe(false);
    expect(isTold('## Publishing\n\n```\nmake test\n```')).toBe(false);
    expect(isTold('## Publishing\n\n### More\n\nRun `make test`.')).toBe(true);
  });
});

describe('a step at a screen', () => {
  it.each([
    'Open the solution in Visual Studio and build it.',
    'The tests are run from Android Studio.',
    'Click the test button.',
  ])('is told by %j', sentence => {
    expect(isTold(sentence)).toBe(true);
  });

  it.each(['Open the solution.', 'The tests pass in the IDE.', 'Click it.'])(
    'is not told by %j',
    sentence => {
      expect(isTold(sentence)).toBe(false);
    },
  );
});

describe('a block of code', () => {
  const block = (language: string, ...lines: string[]) =>
    ['Text.', '', `\`\`\`${language}`, ...lines, '```'].join('\n');

  it('is told by the first line that builds or tests', () => {
    const markdown = block('', 'cd app', '  make test  ', 'make check');
    expect(answerTo(markdown)).toEqual({ sentence: 'make test', line: 5 });
    expect(answerTo(block('', 'cd app'))).toBeUndefined();
    expect(answerTo('Text.\n\n    cd app\n    make test')).toEqual({
      sentence: 'make test',
      line: 4,
    });
  });

  it.each(['cd a && make', 'cd a; make', 'cd a || make', 'make | tee log'])(
    'may hold several commands a line: %s',
    line => {
      expect(isTold(block('', line))).toBe(true);
    },
  );

  it.each(['sh', 'console', 'PowerShell', 'text', ''])(
    'may be in %j',
    language => {
      expect(isTold(block(language, 'make test'))).toBe(true);
    },
  );

  it.each(['js', 'JSON', 'css', 'diff', 'java', 'sql', 'markdown'])(
    'is no command in %j',
    language => {
      expect(isTold(block(language, 'make test'))).toBe(false);
    },
  );
});
