import {
  ExpertiseState,
  ExpertiseStore,
  PathExpertise,
} from './ExpertiseStore';
import { RememberedExpertise } from './RememberedExpertise';

const nothing = { slow: 0, fast: 0 };

function createStore() {
  const asked: string[] = [];
  const rowOf = (
    { revision }: ExpertiseState,
    path: string,
    person: string,
  ): PathExpertise => ({
    path,
    person,
    reviews: nothing,
    changes: nothing,
    reviewCount: revision,
    changeCount: 0,
  });
  const store: ExpertiseStore = {
    async listAt(repository, { paths, people }) {
      asked.push(`at ${paths}`);
      return paths
        .filter(path => path !== 'unknown')
        .flatMap(path => people.map(name => rowOf(repository, path, name)));
    },
    async listMostActive(repository, { paths }) {
      asked.push(`active ${paths}`);
      return paths.map(path => rowOf(repository, path, 'ada'));
    },
    async listPairs({ revision }, authors) {
      asked.push(`pairs ${authors}`);
      return authors.map(author => ({
        author,
        reviewer: 'ada',
        reviews: nothing,
        reviewCount: revision,
      }));
    },
  };
  return { asked, remembered: new RememberedExpertise(store) };
}

describe('RememberedExpertise', () => {
  const now = { id: 1, revision: 1 };
  const later = { id: 1, revision: 2 };

  it('reads paths once for the same people', async () => {
    const { asked, remembered } = createStore();
    const people = ['ada', 'ben'];
    const first = await remembered.listAt(now, {
      paths: ['a', 'unknown'],
      people,
    });
    expect(first.map(({ path, person }) => path + person)).toEqual([
      'aada',
      'aben',
    ]);
    const second = await remembered.listAt(now, {
      paths: ['b', 'unknown', 'a'],
      people,
    });
    expect(second.map(({ path, person }) => path + person)).toEqual([
      'bada',
      'bben',
      'aada',
      'aben',
    ]);
    await remembered.listAt(now, { paths: ['a'], people: ['ada'] });
    expect(asked).toEqual(['at a,unknown', 'at b', 'at a']);
  });

  it('reads everything anew when anything was learned', async () => {
    const { asked, remembered } = createStore();
    const read = async (state: ExpertiseState) => [
      ...(await remembered.listAt(state, { paths: ['a'], people: ['ada'] })),
      ...(await remembered.listMostActive(state, { paths: ['a'], limit: 3 })),
      ...(await remembered.listPairs(state, ['cleo'])),
    ];
    const counts = async (state: ExpertiseState) =>
      (await read(state)).map(({ reviewCount }) => reviewCount);
    expect(await counts(now)).toEqual([1, 1, 1]);
    expect(await counts(now)).toEqual([1, 1, 1]);
    expect(await counts(later)).toEqual([2, 2, 2]);
    expect(asked).toHaveLength(6);
  });

  it('never takes one repository for another', async () => {
    const { asked, remembered } = createStore();
    for (const id of [1, 2]) {
      await remembered.listPairs({ id, revision: 1 }, ['cleo']);
      await remembered.listMostActive(
        { id, revision: 1 },
        { paths: ['a'], limit: 3 },
      );
    }
    expect(asked).toHaveLength(4);
  });
});
