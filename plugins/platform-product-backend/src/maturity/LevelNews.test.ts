import { defaultLadder } from '@platform-product/backstage-plugin-common';
import { assessedService } from '../__testUtils__/assessedService';
import { serviceEntity } from '../__testUtils__/entities';
import { Notification } from '../notifications/Notification';
import { AssessedService } from './assessment/MaturityStore';
import { LevelNews } from './LevelNews';

const atRisk = {
  until: '2026-12-08T12:00:00.000Z',
  fallsTo: 1,
  criteria: ['listening'],
};

/** What is told of changes, of which only some are saved. */
async function tell(
  changes: Readonly<
    Record<
      string,
      readonly [Partial<AssessedService>, Partial<AssessedService>]
    >
  >,
  saved = Object.keys(changes),
) {
  const told: Notification[] = [];
  const news = new LevelNews({
    ladder: defaultLadder,
    outbox: {
      put: async (_, ...notifications) => {
        told.push(...notifications);
      },
      wake: async () => {},
    },
  });
  const also = news.prepare(
    Object.entries(changes).map(([name, [before, after]]) => ({
      entity: serviceEntity(name),
      previous: assessedService(name, before),
      write: {
        service: assessedService(name, after),
        isChanged: true,
        evidence: { seen: [], superseded: [], found: [] },
      },
    })),
  );
  await also(
    undefined as never,
    new Set(saved.map(name => `component:default/${name}`)),
  );
  return told.map(({ title, description }) => [title, description]);
}

describe('news of levels', () => {
  it('are of what was saved alone', async () => {
    const fall = [{ level: 2 }, { level: 1 }] as const;
    expect(await tell({ logs: fall, metrics: fall }, ['metrics'])).toEqual([
      ['metrics dropped from level 2 to 1', ''],
    ]);
    expect(await tell({ logs: fall }, [])).toEqual([]);
  });

  it('say of a fall where it goes on to', async () => {
    expect(await tell({ logs: [{ level: 3 }, { level: 2, atRisk }] })).toEqual([
      [
        'logs dropped from level 3 to 2',
        'It drops further to 1 on 8 Dec 2026 unless evidence is renewed.',
      ],
    ]);
  });

  it.each<[string, Partial<AssessedService>, Partial<AssessedService>, number]>(
    [
      ['a risk that is new', { level: 2 }, { level: 2, atRisk }, 1],
      ['one that is known', { level: 2, atRisk }, { level: 2, atRisk }, 0],
      ['one that is over', { level: 2, atRisk }, { level: 2 }, 0],
      ['a rise', { level: 1 }, { level: 2 }, 0],
    ],
  )('are told of %s, or not', async (_, before, after, count) => {
    expect(await tell({ logs: [before, after] })).toHaveLength(count);
  });
});
