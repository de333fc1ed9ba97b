import { defaultLadder } from '@platform-product/backstage-plugin-common';
import { Knex } from 'knex';
import { databases } from '../../__testUtils__/databases';
import { clearMaturity } from '../../__testUtils__/startMaturityRoom';
import { migrationsDirectory } from '../../database/prepareDatabase';
import { AttestationService, AttestOptions } from './AttestationService';
import { DatabaseAttestationStore } from './DatabaseAttestationStore';

jest.setTimeout(60_000);

const start = '2026-06-01T12:00:00.000Z';
const later = '2026-06-02T12:00:00.000Z';
const expiry = '2026-06-10T00:00:00.000Z';
const day = 24 * 60 * 60 * 1000;

const logs = 'component:default/logs';
const olga = 'user:default/olga';
const max = 'user:default/max';

describe.each(databases.eachSupportedId())('AttestationService on %s', id => {
  let knex: Knex;
  let store: DatabaseAttestationStore;
  let now: string;
  let reassess: jest.Mock<Promise<void>, [string]>;
  let attestations: AttestationService;
  let told: number;

  beforeAll(async () => {
    knex = await databases.init(id);
    await knex.migrate.latest({ directory: migrationsDirectory });
  });

  beforeEach(async () => {
    await clearMaturity(knex);
    now = start;
    reassess = jest.fn(async (_: string) => {});
    told = 0;
    store = new DatabaseAttestationStore(knex);
    attestations = new AttestationService({
      store,
      ladder: defaultLadder,
      longest: 30 * day,
      news: {
        attested: async () => async () => {
          told++;
        },
        wake: async () => {},
      },
      reassess,
      now: () => new Date(now),
    });
  });

  const attest = (options: Partial<AttestOptions> = {}) =>
    attestations.attest({
      entityRef: logs,
      criterionId: 'guide',
      statement: 'The guide was reviewed with two teams.',
      expiresAt: expiry,
      by: olga,
      ...options,
    });

  it('keeps what was said', async () => {
    const link = 'https://docs.example.com/guide';
    const expiresAt = '2026-06-09T20:00:00-04:00';
    const attestation = await attest({ link, expiresAt });
    expect(attestation).toEqual({
      id: attestation.id,
      entityRef: logs,
      criterionId: 'guide',
      statement: 'The guide was reviewed with two teams.',
      link,
      createdBy: olga,
      createdAt: start,
      expiresAt: expiry,
    });
    expect(await attestations.find(attestation.id)).toEqual(attestation);
    const { link: none } = await attest();
    expect(none).toBeUndefined();
  });

  it('takes an expiry that is to come, within the longest that is allowed', async () => {
    const longest = '2026-07-01T12:00:00.000Z';
    expect((await attest({ expiresAt: longest })).expiresAt).toBe(longest);
    await expect(
      attest({ expiresAt: '2026-07-01T12:00:00.001Z' }),
    ).rejects.toThrow('expiresAt: must be within 30 days');
    await expect(attest({ expiresAt: start })).rejects.toThrow(
      'expiresAt: must be in the future',
    );
    expect(await store.list([logs])).toHaveLength(1);
  });

  it.each([
    ['nonsense', "there is no criterion 'nonsense'"],
    ['product-manager', "criterion 'product-manager' can't be attested"],
  ])('refuses the criterion %s', async (criterionId, problem) => {
    await expect(attest({ criterionId })).rejects.toMatchObject({
      name: 'InputError',
      message: `Invalid request: criterionId: ${problem}`,
    });
    expect(await store.list([logs])).toEqual([]);
  });

  it('is withdrawn once, and stays on record', async () => {
    const attestation = await attest();
    const other = await attest({ by: max });
    now = later;
    const withdrawn = {
      ...attestation,
      withdrawnBy: max,
      withdrawnAt: later,
    };
    expect(await attestations.withdraw(attestation.id, max)).toEqual(withdrawn);
    now = expiry;
    await expect(
      attestations.withdraw(attestation.id, olga),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      message: 'The attestation was withdrawn before',
    });
    expect(await attestations.find(attestation.id)).toEqual(withdrawn);
    expect(await attestations.find(other.id)).toEqual(other);
  });

  it('takes the same key of the same person for the same word', async () => {
    const [first, second] = await Promise.all([
      attest({ idempotencyKey: 'k' }),
      attest({ idempotencyKey: 'k' }),
    ]);
    expect(second).toEqual(first);
    now = later;
    expect(await attest({ idempotencyKey: 'k' })).toEqual(first);
    expect(await store.list([logs])).toEqual([first]);
    await attest();
    await attest();
    expect(await store.list([logs])).toHaveLength(3);
  });

  it.each<[string, Partial<AttestOptions>]>([
    ['statement', { statement: 'Something else.' }],
    ['link', { link: 'https://docs.example.com/other' }],
    ['link, which it had not', { link: undefined }],
    ['expiry', { expiresAt: '2026-06-10T00:00:00.001Z' }],
    ['criterion', { criterionId: 'asked' }],
    ['service', { entityRef: 'component:default/metrics' }],
  ])('refuses the same key for another %s', async (_, other) => {
    const link = 'https://docs.example.com/guide';
    await attest({ link, idempotencyKey: 'k' });
    await expect(
      attest({ link, ...other, idempotencyKey: 'k' }),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      message: 'The idempotency key was used for another request before',
    });
  });

  it('takes the same key of another person for another word', async () => {
    const first = await attest({ idempotencyKey: 'k' });
    const second = await attest({ idempotencyKey: 'k', by: max });
    expect(second.id).not.toBe(first.id);
    expect(second.createdBy).toBe(max);
  });

  it('lists those of some services, the newest first', async () => {
    const first = await attest();
    now = later;
    const second = await attest();
    const metrics = await attest({ entityRef: 'component:default/metrics' });
    expect(await store.list([logs])).toEqual([second, first]);
    expect(await store.list(['component:default/metrics'])).toEqual([metrics]);
    expect(await store.list([])).toEqual([]);
  });

  it('brings in older ones once', async () => {
    const older = {
      id: '00000000-0000-4000-8000-000000000001',
      entityRef: logs,
      criterionId: 'guide',
      statement: 'As it was on paper.',
      createdBy: olga,
      createdAt: '2026-01-01T00:00:00.000Z',
      expiresAt: expiry,
    };
    await store.import(older, 'import 1');
    const second = { ...older, id: '00000000-0000-4000-8000-000000000002' };
    await store.import({ ...second, statement: 'Changed.' }, 'import 1');
    expect(await store.list([logs])).toEqual([older]);
    await store.import(second, 'import 2');
    expect(await store.list([logs])).toHaveLength(2);
  });

  it('knows none that is not there', async () => {
    const unknown = '00000000-0000-4000-8000-000000000000';
    expect(await attestations.find(unknown)).toBeUndefined();
  });

  it('is told once', async () => {
    await attest({ idempotencyKey: 'key' });
    await attest({ idempotencyKey: 'key' });
    expect(told).toBe(1);
  });
});
