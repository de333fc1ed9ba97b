import { alerts, archive, querying, sampling } from '../__testUtils__/updates';
import { applyMove, stepsOf } from './roadmapMoves';

const items = [archive, sampling, alerts, querying];
const after = (...move: Parameters<typeof applyMove>) =>
  applyMove(...move).map(({ title, stage }) => `${stage}: ${title}`);

describe('applyMove', () => {
  it('puts an item before another one, or last', () => {
    const move = { item: sampling, stage: 'next', before: alerts.id } as const;
    expect(after(items, move)).toEqual([
      `now: ${archive.title}`,
      `next: ${sampling.title}`,
      `next: ${alerts.title}`,
      `shipped: ${querying.title}`,
    ]);
    expect(after(items, { item: archive, stage: 'now' }).slice(0, 2)).toEqual([
      `now: ${sampling.title}`,
      `now: ${archive.title}`,
    ]);
  });

  it('puts what ships first', () => {
    const shipped = after(items, { item: alerts, stage: 'shipped' });
    expect(shipped.slice(2)).toEqual([
      `shipped: ${alerts.title}`,
      `shipped: ${querying.title}`,
    ]);
  });

  it('leaves all as it is where the place, or the item, is gone', () => {
    expect(
      applyMove(items, { item: archive, stage: 'later', before: alerts.id }),
    ).toBe(items);
    expect(applyMove([alerts], { item: archive, stage: 'later' })).toEqual([
      alerts,
    ]);
  });
});

describe('stepsOf', () => {
  it('goes up and down within a column, as far as there is somewhere to go', () => {
    expect(stepsOf(items, archive)).toEqual({
      down: { item: archive, stage: 'now' },
    });
    expect(stepsOf(items, sampling)).toEqual({
      up: { item: sampling, stage: 'now', before: archive.id },
    });
    expect(stepsOf(items, alerts)).toEqual({});
    expect(stepsOf([querying, { ...querying, id: 'x' }], querying)).toEqual({});
  });
});
