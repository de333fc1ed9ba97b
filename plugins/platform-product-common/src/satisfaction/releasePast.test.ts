import {
  addRelease,
  addToPast,
  AnswerPast,
  noReleasePast,
  saidIn,
  saidSince,
} from './releasePast';

/** Counted as 4 from release 1 on, as 5 from 3, not from 6, and as 5 from 8. */
const past: AnswerPast = {
  leverage: [
    [1, '4'],
    [3, '5'],
    [6, null],
    [8, '5'],
  ],
  cost: [[2, '']],
};

describe('what the releases had of an answer', () => {
  it.each<
    [release: number, words: string | undefined, since: number | undefined]
  >([
    [0, undefined, undefined],
    [1, '4', 1],
    [2, '4', 1],
    [3, '5', 3],
    [5, '5', 3],
    [6, undefined, undefined],
    [7, undefined, undefined],
    [8, '5', 8],
    [9, '5', 8],
  ])('in release %d is %s, since %s', (release, words, since) => {
    expect(saidIn(past, 'leverage', release)).toBe(words);
    expect(saidSince(past, 'leverage', release)).toBe(since);
  });

  it('can be that it says nothing, which is to be counted', () => {
    expect(saidIn(past, 'cost', 2)).toBe('');
    expect(saidSince(past, 'cost', 2)).toBe(2);
    expect(saidIn(past, 'cost', 1)).toBeUndefined();
    expect(saidSince(past, 'cost', 1)).toBeUndefined();
  });

  it('is nothing on a topic that none had', () => {
    expect(saidIn(past, 'texts', 9)).toBeUndefined();
    expect(saidSince(past, 'texts', 9)).toBeUndefined();
    expect(saidIn({}, 'leverage', 0)).toBeUndefined();
  });
});

describe('addRelease', () => {
  it('counts releases from 0, and notes on what they brought news', () => {
    expect(noReleasePast).toEqual({ releases: 0, publishedOn: {} });
    const first = addRelease(noReleasePast, { leverage: ['4'], texts: [''] });
    expect(first).toEqual({
      releases: 1,
      publishedOn: { leverage: [0], texts: [0] },
    });
    const second = addRelease(first, { leverage: ['5'], cost: ['1'] });
    expect(second).toEqual({
      releases: 2,
      publishedOn: { leverage: [0, 1], texts: [0], cost: [1] },
    });
    const third = addRelease(second, {});
    expect(third).toEqual({ ...second, releases: 3 });
    expect(addRelease(third, { texts: ['x'] }).publishedOn.texts).toEqual([
      0, 3,
    ]);
  });
});

describe('addToPast', () => {
  it('notes what a release counts an answer as, where that is new', () => {
    const planned = {
      leverage: ['1', '5', undefined],
      usability: ['2', '', undefined],
    };
    expect(addToPast({}, 0, planned, 0)).toEqual({
      leverage: [[0, '1']],
      usability: [[0, '2']],
    });
    expect(addToPast({}, 0, planned, 1)).toEqual({
      leverage: [[0, '5']],
      usability: [[0, '']],
    });
    // Who was never counted, and is not now, leaves no trace.
    expect(addToPast({}, 0, planned, 2)).toEqual({});
  });

  it.each<
    [words: string | undefined, added: [number, string | null] | undefined]
  >([
    ['5', undefined],
    ['4', [9, '4']],
    ['', [9, '']],
    [undefined, [9, null]],
  ])('after 5 has for %j: %j', (words, added) => {
    const before: AnswerPast = { leverage: [[3, '5']], cost: [[2, '']] };
    expect(addToPast(before, 9, { leverage: [words] }, 0)).toEqual({
      leverage: added ? [[3, '5'], added] : [[3, '5']],
      cost: [[2, '']],
    });
  });

  it('notes who comes back, and not who stays away', () => {
    const left: AnswerPast = {
      leverage: [
        [3, '5'],
        [6, null],
      ],
    };
    expect(addToPast(left, 8, { leverage: [undefined] }, 0)).toEqual(left);
    expect(addToPast(left, 8, { leverage: ['5'] }, 0)).toEqual({
      leverage: [
        [3, '5'],
        [6, null],
        [8, '5'],
      ],
    });
  });

  it('leaves topics alone on which there is nothing new', () => {
    expect(addToPast(past, 9, {}, 0)).toEqual(past);
  });
});
