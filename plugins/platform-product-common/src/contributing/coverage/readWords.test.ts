import { CODE_MARK, readWords } from './readWords';

describe('readWords', () => {
  it.each([
    ['Run the Tests', 'run the tests'],
    ['first-time follow-up', 'first time follow up'],
    ['v1.2, a2z; "b": (c)!', 'v1 2 , a2z ; b : ( c )'],
    ["Don't, we’ll 'quote' rock 'n' roll'", "don't , we'll quote rock n roll"],
    ["James' o'", 'james o'],
    ['naïve Übung é', 'naïve übung é'],
    ['2×3 ÷ § ¿', '2 3'],
    ['@az{`[', 'az'],
    ['/0 9:', '0 9 :'],
    // a number is one word
    ['1.5, 2,5 and 1,000 days', '1.5 , 2,5 and 1,000 days'],
    ['1½ or ½ or 1/2, (.5)', '1½ or ½ or 1/2 , ( .5 )'],
    ['1, 2. 3/ 4,b a.5 1.5h x1,2', '1 , 2 3 4 , b a 5 1.5h x1 , 2'],
    ['', ''],
  ])('splits %j', (text, words) => {
    expect(readWords(text).join(' ')).toBe(words);
  });

  it('takes a piece of code for one word', () => {
    const code = CODE_MARK.repeat(4);
    expect(readWords(`Run ${code}, or${code}.`)).toEqual([
      'run',
      '§',
      ',',
      'or',
      '§',
    ]);
  });
});
