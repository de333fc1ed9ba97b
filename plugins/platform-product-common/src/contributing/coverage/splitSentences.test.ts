import { HARD_BREAK, splitSentences } from './splitSentences';

const split = (text: string): readonly string[] =>
  splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe('splitSentences', () => {
  it('ends a sentence at a full stop, a question mark and an exclamation mark', () => {
    expect(split('Run it. Does it work? Good! Well… Then')).toEqual([
      'Run it.',
      'Does it work?',
      'Good!',
      'Well…',
      'Then',
    ]);
  });

  it.each([
    'Use a runner (e.g. Karma) for this.',
    'Python 3.8.1 or later is needed.',
    'See i.e. Windows and Linux.',
    'Ask Mr. Smith and Dr. No.',
    'It is (approx. Five).',
    'E.g. This one.',
    'Open the file config.json and edit it.',
    'We answer in <= 5 days.',
    'It ends. but goes on.',
    'Really?! yes.',
    'Wait...what.',
  ])('keeps %j in one piece', sentence => {
    expect(split(sentence)).toEqual([sentence]);
  });

  it.each([
    ['Go. 2 more.', ['Go.', '2 more.']],
    ['Go. `x` is.', ['Go.', '`x` is.']],
    ['Is it etc? Yes.', ['Is it etc?', 'Yes.']],
    ['Is it eg? Yes.', ['Is it eg?', 'Yes.']],
    ['The beg. And.', ['The beg.', 'And.']],
    ['(vs. Them.) You.', ['(vs. Them.)', 'You.']],
    ['Go.\nThen\tgo.\u00a0Now.', ['Go.', 'Then\tgo.', 'Now.']],
    ['What?! Yes!!! No...', ['What?!', 'Yes!!!', 'No...']],
    ['Über. Äpfel.', ['Über.', 'Äpfel.']],
  ])('splits %j', (text, sentences) => {
    expect(split(text)).toEqual(sentences);
  });

  it('takes closing brackets, quotes and marks into the sentence they end', () => {
    for (const closer of ['"', "'", '”', '’', ')', ']', '*', '_', '.**']) {
      expect(split(`It is slow.${closer} Be patient.`)).toEqual([
        `It is slow.${closer}`,
        'Be patient.',
      ]);
    }
  });

  it('ends a sentence at a hard break, whatever stands there', () => {
    expect(split(`one${HARD_BREAK} two, e.g.${HARD_BREAK}three`)).toEqual([
      'one',
      'two, e.g.',
      'three',
    ]);
  });

  it('finds no sentence where there are only spaces', () => {
    expect(split('')).toEqual([]);
    expect(split(` \n\t${HARD_BREAK} `)).toEqual([]);
    expect(split(' Go.  ')).toEqual(['Go.']);
  });

  it('cuts what is too long for a sentence, at a space where there is one', () => {
    const lengths = (text: string) => split(text).map(({ length }) => length);
    expect(lengths(`${'a'.repeat(999)} b`)).toEqual([1001]);
    expect(lengths(`${'a'.repeat(1000)} b`)).toEqual([1000, 1]);
    expect(lengths(`${'a'.repeat(1500)} b`)).toEqual([1500, 1]);
    expect(lengths('a'.repeat(2000))).toEqual([2000]);
    expect(lengths('a'.repeat(2001))).toEqual([2000, 1]);
    expect(lengths(`${'A'.repeat(900)}. B ${'c'.repeat(300)} d`)).toEqual([
      901, 304,
    ]);
    expect(lengths(`A. ${'B'.repeat(1000)} c`)).toEqual([2, 1000, 1]);
  });
});
