import { Attestation } from '@platform-product/backstage-plugin-common';
import { serviceEntity } from '../../__testUtils__/entities';
import {
  AttestationCollector,
  decisiveAttestations,
  toEvidence,
} from './AttestationCollector';

const logs = 'component:default/logs';

const attestation = (rest: Partial<Attestation> = {}): Attestation => ({
  id: '1',
  entityRef: logs,
  criterionId: 'guide',
  statement: 'The guide was reviewed with two teams.',
  createdBy: 'user:default/olga',
  createdAt: '2026-06-01T12:00:00.000Z',
  expiresAt: '2026-09-01T12:00:00.000Z',
  ...rest,
});

describe('AttestationCollector', () => {
  it('takes a word for a pass until it expires', () => {
    expect(
      toEvidence(attestation({ link: 'https://docs.example.com/guide' })),
    ).toEqual({
      entityRef: logs,
      criterionId: 'guide',
      source: 'attestation',
      result: 'pass',
      summary: 'The guide was reviewed with two teams.',
      link: 'https://docs.example.com/guide',
      validUntil: new Date('2026-09-01T12:00:00.000Z'),
    });
  });

  it('takes a word that was withdrawn for none', () => {
    expect(
      toEvidence(
        attestation({
          link: 'https://docs.example.com/guide',
          withdrawnAt: '2026-06-02T12:00:00.000Z',
        }),
      ),
    ).toEqual({
      entityRef: logs,
      criterionId: 'guide',
      source: 'attestation',
      result: 'unknown',
      summary: 'The attestation was withdrawn',
    });
  });

  it('quotes 500 characters of a statement', () => {
    const { summary } = toEvidence(attestation({ statement: 'x'.repeat(501) }));
    expect(summary).toBe('x'.repeat(500));
  });

  it('goes by the newest of each criterion of each service', () => {
    const first = attestation();
    const newer = attestation({
      id: '2',
      createdAt: '2026-06-01T12:00:00.001Z',
      expiresAt: '2026-07-01T12:00:00.000Z',
    });
    const others = [
      attestation({ id: '3', criterionId: 'asked' }),
      attestation({ id: '4', entityRef: 'component:default/metrics' }),
    ];
    const idsOf = (...list: Attestation[]) =>
      decisiveAttestations(list)
        .map(({ id }) => id)
        .sort();
    expect(idsOf(first, newer, ...others)).toEqual(['2', '3', '4']);
    expect(idsOf(...others, newer, first)).toEqual(['2', '3', '4']);
    // Also where it was withdrawn: it has replaced the older one.
    const withdrawn = { ...newer, withdrawnAt: '2026-06-02T00:00:00.000Z' };
    expect(decisiveAttestations([withdrawn, first])).toEqual([withdrawn]);
  });

  it('asks once for a whole batch', async () => {
    const list = jest.fn(async () => [attestation()]);
    const collector = new AttestationCollector({
      store: { list } as never,
    });
    const services = ['logs', 'metrics'].map(name => ({
      entityRef: `component:default/${name}`,
      entity: serviceEntity(name),
    }));
    expect(
      await collector.collect({
        services,
        now: new Date('2026-06-01T12:00:00Z'),
        signal: new AbortController().signal,
      }),
    ).toEqual([toEvidence(attestation())]);
    expect(list.mock.calls).toEqual([[[logs, 'component:default/metrics']]]);
  });
});
