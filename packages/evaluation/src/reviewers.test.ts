import { parseHistory } from './readHistory';
import { replay } from './replay';
import { giniOf } from './Tally';

const firstDay = Date.UTC(2025, 0, 1) / 1000;

/** A line of a history: the day, the author, the reviewers and the files. */
function line(
  day: number,
  author: string,
  reviewers: string,
  ...paths: string[]
): string {
  return JSON.stringify({
    id: `change ${day}`,
    at: firstDay + day * 86_400,
    author,
    reviewers: reviewers.split(' ').filter(Boolean),
    paths,
  });
}

// Maya reviews the chart, and Ilja the docs.
const history = parseHistory(
  [
    line(0, 'ana', 'maya', 'chart/a'),
    line(1, 'ana', 'maya', 'chart/a'),
    line(2, 'ana', 'ilja', 'docs/a'),
    line(3, 'ana', 'maya', 'chart/b'),
    line(4, 'ana', 'maya', 'chart/b'),
    line(5, 'zoe', 'ilja', 'docs/b'),
    // by a newcomer
    line(10, 'ben', 'ilja', 'docs/b'),
    line(11, 'ana', 'maya', 'chart/c'),
    line(12, 'ben', '', 'chart/c'),
    line(13, 'ben', 'noor', 'chart/c'),
    '',
  ].join('\n'),
);

const day = (days: number) => new Date((firstDay + days * 86_400) * 1000);

describe('replay', () => {
  it('asks for each reviewed change of the window before it tells', () => {
    const figures = replay(history, { from: day(10), until: day(12) });
    expect(figures).toMatchObject({
      'platform-product': { top1: 1, mrr: 1, newcomersTop3: 1, n: 2 },
      // Maya first, both times
      'most-active': { top1: 0.5, top3: 1, mrr: 0.75, newcomersTop3: 1, n: 2 },
      // Zoe and Ana, then Ben and Zoe, none of whom reviews
      'last-author': { top1: 0, top5: 1, n: 2 },
      chrev: { top1: 1, mrr: 1, newcomersTop3: 1, n: 2 },
    });
  });

  it('does not let a chain of changes teach itself', () => {
    const hour = 1 / 24;
    const chain = parseHistory(
      [
        line(0, 'ana', 'maya', 'a'),
        line(10, 'ben', 'noor', 'b'),
        line(10 + hour, 'ben', 'noor', 'b'),
        line(10 + 2 * hour, 'ben', 'noor', 'b'),
      ].join('\n'),
    );
    const window = { from: day(10), until: day(11) };
    const learnAfter = 24 * 60 * 60 * 1000;
    expect(replay(chain, window).chrev).toMatchObject({ n: 3, top3: 2 / 3 });
    expect(replay(chain, { ...window, learnAfter }).chrev).toMatchObject({
      n: 3,
      top3: 0,
    });
    // what is as old as that is known
    expect(
      replay([...chain, { ...chain[3], id: 'later', at: day(12) }], {
        from: day(12),
        until: day(13),
        learnAfter,
      }).chrev,
    ).toMatchObject({ n: 1, top1: 1 });
  });

  it('never finds who was not there before', () => {
    const figures = replay(history, { from: day(13), until: day(14) });
    for (const method of Object.values(figures)) {
      expect(method).toMatchObject({ top5: 0, mrr: 0, newcomersTop3: 0, n: 1 });
      // three were named, and Noor was not
      expect(method.gini).toBeCloseTo(giniOf([1, 1, 1, 0]));
    }
  });

  it('has nothing to say where nothing was reviewed', () => {
    const figures = replay(history, { from: day(6), until: day(9) });
    expect(figures.chrev).toMatchObject({ top1: 0, gini: 0, n: 0 });
  });
});

describe('giniOf', () => {
  it('is 0 where all have the same, and near 1 where one has it all', () => {
    expect(giniOf([2, 2, 2])).toBeCloseTo(0);
    expect(giniOf([0, 0, 0, 8])).toBeCloseTo(0.75);
    expect(giniOf([1, 3])).toBeCloseTo(0.25);
    expect(giniOf([0, 0])).toBe(0);
  });
});

describe('parseHistory', () => {
  it('leaves out the author and repetitions', () => {
    expect(parseHistory(line(0, 'ana', 'ana maya maya', 'a'))).toEqual([
      {
        id: 'change 0',
        at: day(0),
        author: 'ana',
        reviewers: ['maya'],
        paths: ['a'],
      },
    ]);
  });

  it.each([
    ['{"id":', 'not JSON'],
    ['[]', `'id' is no text`],
    ['5', 'no object'],
    ['{"id":"1","at":"now"}', `'at' is no number of seconds since 1970`],
    ['{"id":"1","at":1e20}', `'at' is no number of seconds since 1970`],
    ['{"id":"1","at":1}', `'author' is no text`],
    [
      '{"id":"1","at":1,"author":"a","reviewers":"b"}',
      `'reviewers' is no list of texts`,
    ],
    [
      '{"id":"1","at":1,"author":"a","reviewers":[],"paths":[1]}',
      `'paths' is no list of texts`,
    ],
    [line(0, 'ana', '', 'a'), 'older than the change before'],
  ])('says where it goes wrong: %p', (bad, problem) => {
    const text = `${line(1, 'ana', 'maya', 'a')}\n\n${bad}\n`;
    expect(() => parseHistory(text)).toThrow(
      `Line 3 of the history: ${problem}`,
    );
  });
});
