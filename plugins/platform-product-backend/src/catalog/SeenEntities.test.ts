import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { serviceEntity } from '../__testUtils__/entities';
import { SeenEntities } from './SeenEntities';

const ada = mockCredentials.user('user:default/ada');
const ben = mockCredentials.user('user:default/ben');
const logs = 'component:default/logs';
const mesh = 'component:default/mesh';

function create() {
  let time = 1;
  let visible = [logs, mesh];
  const asked: string[] = [];
  const seen = new SeenEntities({
    auth: mockServices.auth(),
    now: () => new Date(time),
  });
  const read = async (refs: readonly string[]) => {
    asked.push(refs.join(' '));
    return new Map<string, Entity>(
      refs
        .filter(ref => visible.includes(ref))
        .map(ref => [ref, serviceEntity(ref.split('/')[1])]),
    );
  };
  return {
    asked,
    see: async (credentials: typeof ada, ...refs: string[]) => [
      ...(await seen.get(refs, credentials, read)).keys(),
    ],
    seen,
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
    show: (...refs: string[]) => {
      visible = refs;
    },
  };
}

describe('SeenEntities', () => {
  it('asks once within five seconds, and of many only for those not seen yet', async () => {
    const { see, asked, pass } = create();
    expect(await see(ada, logs)).toEqual([logs]);
    pass(4_900);
    expect(await see(ada, logs, mesh, logs)).toEqual([logs, mesh]);
    expect(asked).toEqual([logs, mesh]);
    pass(200);
    expect(await see(ada, logs, mesh)).toEqual([logs, mesh]);
    expect(asked).toEqual([logs, mesh, logs]);
  });

  it('never shows what another person has seen', async () => {
    const { see, show, asked } = create();
    expect(await see(ada, logs)).toEqual([logs]);
    show();
    expect(await see(ben, logs)).toEqual([]);
    expect(asked).toEqual([logs, logs]);
  });

  it('ends with the token that it was seen with', async () => {
    let token = 'first';
    const auth = Object.assign(mockServices.auth(), {
      getLimitedUserToken: async () => ({ token, expiresAt: new Date(0) }),
    });
    const seen = new SeenEntities({ auth });
    const read = jest.fn(async () => serviceEntity('logs'));
    await seen.getOne(logs, ada, read);
    await seen.getOne(logs, ada, read);
    expect(read).toHaveBeenCalledTimes(1);
    token = 'second';
    await seen.getOne(logs, ada, read);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('forgets that something was not there, or that the catalog was not', async () => {
    const { see, show, seen, asked } = create();
    show();
    expect(await see(ada, logs)).toEqual([]);
    show(logs);
    expect(await see(ada, logs)).toEqual([logs]);
    expect(asked).toEqual([logs, logs]);

    const down = async () => Promise.reject(new Error('The catalog is down'));
    await expect(seen.getOne(mesh, ada, down)).rejects.toThrow('down');
    const entity = serviceEntity('mesh');
    expect(await seen.getOne(mesh, ada, async () => entity)).toBe(entity);
  });

  it('has those who ask meanwhile wait for the same answer', async () => {
    const { see, asked } = create();
    const answers = await Promise.all([
      see(ada, logs),
      see(ada, logs, mesh),
      see(ada, mesh),
    ]);
    expect(answers).toEqual([[logs], [logs, mesh], [mesh]]);
    expect(asked).toEqual([logs, mesh]);
  });

  it('keeps nothing of what services see', async () => {
    const { see, asked } = create();
    const service = mockCredentials.service() as never;
    await see(service, logs);
    await see(service, logs);
    expect(asked).toEqual([logs, logs]);
  });

  it('lasts no longer when the clock of the machine is turned back', async () => {
    const seen = new SeenEntities({ auth: mockServices.auth() });
    const read = jest.fn(async () => serviceEntity('logs'));
    jest.useFakeTimers({ now: 1_000_000_000, doNotFake: ['performance'] });
    try {
      await seen.getOne(logs, ada, read);
      jest.setSystemTime(0);
      const passed = jest
        .spyOn(performance, 'now')
        .mockReturnValue(performance.now() + 5_001);
      await seen.getOne(logs, ada, read);
      passed.mockRestore();
    } finally {
      jest.useRealTimers();
    }
    expect(read).toHaveBeenCalledTimes(2);
  });
});
