import {
  AnyRouteDefinition,
  RouteInput,
  routes,
} from '@platform-product/backstage-plugin-common';
import { roadmapRoutes } from '@platform-product/backstage-plugin-common/rules';
import fc from 'fast-check';
import { Knex } from 'knex';
import { databases } from '../../__testUtils__/databases';
import { groupEntity, serviceEntity } from '../../__testUtils__/entities';
import { startTestPlugin } from '../../__testUtils__/startTestPlugin';
import { DatabaseClock } from '../../database/DatabaseClock';

jest.setTimeout(120_000);

const olga = 'user:default/olga';
const carl = 'user:default/carl';
const params = { kind: 'component', namespace: 'default', name: 'logs' };
const secret = 'Kumquat';
const numRuns = 6;

/** What can be asked without changing anything, as the examples ask it. */
const questions = Object.values<AnyRouteDefinition>(routes).filter(
  ({ method }) => method === 'get',
);
const acts = Object.values<AnyRouteDefinition>(roadmapRoutes).filter(
  ({ path }) => path.includes('/:id'),
);

/** What a team does with drafts. */
const stage = fc.constantFrom('now', 'next', 'later' as const);
const step = fc.record({
  kind: fc.constantFrom('add', 'add', 'change', 'move', 'remove'),
  index: fc.nat({ max: 5 }),
  stage,
  feature: fc.constantFrom(undefined, 'cost' as const),
  cutsKtlo: fc.boolean(),
  days: fc.integer({ min: 0, max: 120 }),
});

describe.each(databases.eachSupportedId())('drafts of roadmaps on %s', id => {
  let knex: Knex;
  let plugin: Awaited<ReturnType<typeof startTestPlugin>>;
  let passed = 0;

  beforeEach(async () => {
    passed = 0;
    const start = Date.now();
    jest
      .spyOn(DatabaseClock.prototype, 'now')
      .mockImplementation(() => new Date(start + passed));
    knex = await databases.init(id);
    plugin = await startTestPlugin({
      knex,
      entities: [
        serviceEntity('logs'),
        groupEntity('logs-team', { members: ['olga'] }),
      ],
      groups: { [olga]: ['group:default/logs-team'] },
    });
    await plugin.call(olga, roadmapRoutes.addRoadmapItem, {
      params,
      body: { title: 'What everybody sees', stage: 'now' },
    });
    await plugin.sweep();
  });
  afterEach(() => plugin.stop());

  /** All answers that somebody outside the team gets, by the name of the route. */
  async function askAll() {
    const answers: Record<string, unknown> = {};
    for (const route of questions) {
      const { status, text } = await plugin.call(carl, route, {
        params: {},
        ...route.example,
        // Any list from its start, whatever its example goes on from.
        query: { ...route.example.query, cursor: undefined },
      } as RouteInput<typeof route>);
      answers[route.operationId] = [status, text];
    }
    return answers;
  }

  type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

  async function take(one: Step) {
    passed += one.days * 24 * 60 * 60 * 1000;
    const rows = await knex('updates_roadmap_items')
      .where('is_draft', true)
      .orderBy('id');
    const draft = rows[one.index % Math.max(1, rows.length)];
    const content = {
      title: `${secret} of ${one.stage}`,
      text: secret,
      feature: one.feature,
      cutsKtlo: one.cutsKtlo,
    };
    if (one.kind === 'add' || !draft) {
      await plugin.call(olga, roadmapRoutes.addRoadmapItem, {
        params,
        body: { ...content, stage: one.stage, isDraft: true },
      });
      return;
    }
    const { version } = draft;
    const named = { params: { id: draft.id } };
    if (one.kind === 'change') {
      await plugin.call(olga, roadmapRoutes.changeRoadmapItem, {
        ...named,
        body: { ...content, version },
      });
    } else if (one.kind === 'move') {
      await plugin.call(olga, roadmapRoutes.moveRoadmapItem, {
        ...named,
        body: { version, stage: one.stage },
      });
    } else {
      await plugin.call(olga, roadmapRoutes.removeRoadmapItem, named);
    }
  }

  it('change no answer to anybody outside the team, on any route, whatever the clock', async () => {
    const steps = fc.array(step, { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(steps, async taken => {
        for (const one of taken) await take(one);
        const withDrafts = await askAll();
        const text = JSON.stringify([withDrafts, plugin.sent, plugin.signals]);
        expect(text).not.toContain(secret);
        await knex('updates_roadmap_items').where('is_draft', true).delete();
        expect(withDrafts).toEqual(await askAll());
        expect(Object.keys(withDrafts).length).toBeGreaterThan(25);
      }),
      { numRuns, seed: 20261128, endOnFailure: true },
    );
  });

  it('are answered for like what is not there', async () => {
    const { body: draft } = await plugin.call(
      olga,
      roadmapRoutes.addRoadmapItem,
      { params, body: { title: secret, stage: 'now', isDraft: true } },
    );
    const nothing = '00000000-0000-4000-8000-000000000000';
    const ask = async (route: AnyRouteDefinition, itemId: string) => {
      const { status, text } = await plugin.call(carl, route, {
        ...route.example,
        params: { id: itemId },
      } as RouteInput<AnyRouteDefinition>);
      return [route.operationId, status, text.replaceAll(itemId, 'id')];
    };
    for (const route of acts) {
      const answer = await ask(route, draft.id);
      expect(answer).toEqual([route.operationId, 404, expect.anything()]);
      expect(answer).toEqual(await ask(route, nothing));
    }
  });
});
