import { mockServices } from '@backstage/backend-test-utils';
import { hidingCatalog } from '../__testUtils__/hidingCatalog';
import { related, Relations } from '../__testUtils__/related';
import { CatalogGraph } from '../catalog/CatalogGraph';
import { GroupTree } from './GroupTree';

const department = 'group:default/department';
const team = 'group:default/team';
const squad = 'group:default/squad';
const other = 'group:default/other';
const [dora, tim, sara, otto] = ['dora', 'tim', 'sara', 'otto'].map(
  name => `user:default/${name}`,
);

/** A department with a team, which has a squad. */
const tree: Readonly<Record<string, Relations>> = {
  [department]: { parentOf: [team], hasMember: [dora] },
  [team]: { childOf: [department], parentOf: [squad], hasMember: [tim] },
  [squad]: { childOf: [team], hasMember: [sara] },
  [other]: { hasMember: [otto] },
  [dora]: { memberOf: [department] },
  [tim]: { memberOf: [team] },
  [sara]: { memberOf: [squad] },
  [otto]: { memberOf: [other] },
};

function create(entities = tree) {
  const { catalog, asked } = hidingCatalog({
    entities: Object.entries(entities).map(entry => related(...entry)),
  });
  const groups = new GroupTree({
    graph: new CatalogGraph({ catalog, auth: mockServices.auth() }),
  });
  return {
    asked,
    above: async (...refs: string[]) => [
      ...(await groups.findGroupsAbove(refs)),
    ],
    inside: async (...owners: string[]) =>
      Object.fromEntries(
        [...(await groups.findPeopleInside(owners))].map(([ref, people]) => [
          ref,
          [...people],
        ]),
      ),
  };
}

describe('GroupTree', () => {
  it('finds all groups that people and groups are inside', async () => {
    const { above, asked } = create();
    expect(await above(sara)).toEqual([sara, squad, team, department]);
    expect(asked).toHaveLength(4);
    expect(await above(tim, other)).toEqual([tim, other, team, department]);
    expect(await above(department)).toEqual([department]);
    expect(await above()).toEqual([]);
  });

  it('finds all people inside groups, for each of them', async () => {
    const { inside, asked } = create();
    expect(await inside(department, squad, other)).toEqual({
      [department]: [dora, tim, sara],
      [squad]: [sara],
      [other]: [otto],
    });
    // The squad is known by then.
    expect(asked).toHaveLength(2);
  });

  it('asks once for each level, as the plugin itself', async () => {
    const { inside, asked } = create();
    await inside(department);
    expect(asked).toEqual(Array(3).fill('getEntitiesByRefs as service'));
    asked.length = 0;
    await inside(squad);
    expect(asked).toHaveLength(1);
    asked.length = 0;
    await inside(tim);
    expect(await inside()).toEqual({});
    expect(asked).toEqual([]);
  });

  it('ends where groups are inside each other', async () => {
    const circle = {
      [team]: { childOf: [squad], parentOf: [squad], hasMember: [tim] },
      [squad]: { childOf: [team], parentOf: [team, squad], hasMember: [sara] },
    };
    const { above, inside } = create(circle);
    expect(await above(team)).toEqual([team, squad]);
    expect(await inside(team, squad)).toEqual({
      [team]: [tim, sara],
      [squad]: [sara, tim],
    });
  });

  it('counts somebody once who is in two groups', async () => {
    const { inside, above } = create({
      ...tree,
      [department]: { parentOf: [team, squad], hasMember: [sara, tim] },
    });
    expect(await inside(department)).toEqual({ [department]: [sara, tim] });
    expect(await above(sara, squad)).toEqual([sara, squad, team, department]);
  });

  it('does without what the catalog does not have', async () => {
    const { inside, above } = create({
      [team]: { parentOf: ['group:default/gone'], hasMember: [tim] },
    });
    expect(
      await inside(team, 'group:default/gone', otto, 'what is that?'),
    ).toEqual({
      [team]: [tim],
      'group:default/gone': [],
      [otto]: [otto],
      'what is that?': [],
    });
    expect(await above('user:default/gone')).toEqual(['user:default/gone']);
  });

  it('takes only people for members', async () => {
    const { inside } = create({
      [team]: { hasMember: ['User:default/Tim', squad, 'robot:default/r2'] },
    });
    expect(await inside(team)).toEqual({ [team]: [tim] });
  });

  it('goes through more groups than the catalog answers at once', async () => {
    const squads = Array.from({ length: 1_001 }, (_, n) => `${squad}-${n}`);
    const { inside, asked } = create({
      [team]: { parentOf: squads },
      ...Object.fromEntries(
        squads.map((ref, n) => [ref, { hasMember: [`user:default/p${n}`] }]),
      ),
    });
    expect((await inside(team))[team]).toHaveLength(1_001);
    expect(asked).toHaveLength(3);
  });
});
