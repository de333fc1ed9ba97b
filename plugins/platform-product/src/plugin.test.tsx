import { Entity } from '@backstage/catalog-model';
import { createExtensionTester } from '@backstage/frontend-test-utils';
import {
  EntityContentBlueprint,
  EntityCardBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { Answers } from './__testUtils__/answerWith';
import { levelOneEvidence, maturityOf } from './__testUtils__/maturity';
import { logs, renderExtension } from './__testUtils__/renderExtension';
import { millisecondsPerDay } from './shared/dates';
import plugin from '.';

const entity: Entity = {
  ...logs,
  metadata: {
    ...logs.metadata,
    annotations: { 'platform-product/sla': 'very good' },
  },
};

const mayAll = {
  attest: true,
  requestWaiver: true,
  decideWaiver: false,
  longestAttestationDays: 365,
  longestWaiverDays: 180,
};
const mayNothing = { ...mayAll, attest: false, requestWaiver: false };
const noHistory = { items: [], totalItems: 0, pageInfo: {} };

const renderTab = (answers: Answers) =>
  renderExtension({
    id: 'entity-content:platform-product/maturity',
    answers: { getAccess: mayAll, getLevelHistory: noHistory, ...answers },
    entity,
  });

describe('the maturity tab', () => {
  const now = new Date();
  const levelOne = maturityOf({
    evidence: levelOneEvidence(new Date(+now - millisecondsPerDay)),
    now,
  });

  it('keeps its shape while it loads', async () => {
    renderTab({});
    expect(
      await screen.findByRole('status', { name: 'Loading' }),
    ).toBeInTheDocument();
  });

  it('says what failed and tries again', async () => {
    const call = renderTab({ getMaturity: new Error('The database is away') });
    expect(await screen.findByText(/The database is away/)).toBeInTheDocument();
    const calls = call.mock.calls.length;
    fireEvent.click(screen.getAllByRole('button', { name: 'Try again' })[0]);
    await waitFor(() => expect(call.mock.calls.length).toBeGreaterThan(calls));
  });

  it('shows the level, what is next and what can be done', async () => {
    renderTab({ getMaturity: levelOne });
    expect(
      await screen.findByRole('heading', { name: /^Level 1 ·/, level: 2 }),
    ).toBeInTheDocument();
    const next = screen.getByRole('region', {
      name: 'To reach level 2 · 0 of 6 met',
    });
    expect(within(next).getAllByRole('listitem')).toHaveLength(6);
    expect(
      await within(next).findAllByRole('button', { name: /^Attest:/ }),
    ).toHaveLength(6);
    expect(
      screen.getByText('There are no level changes on record yet.'),
    ).toBeInTheDocument();
  });

  it('shows no dead buttons to those who may not act, but whom to ask', async () => {
    renderTab({ getMaturity: levelOne, getAccess: mayNothing });
    expect(
      await screen.findByText(/To change something here, ask/),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^Attest/ })).toBeNull();
  });

  it('warns of a level at risk, with the date and what it falls to', async () => {
    const evidence = levelOneEvidence(new Date(+now - millisecondsPerDay));
    evidence[2] = {
      ...evidence[2],
      validUntil: new Date(+now - 2 * millisecondsPerDay).toISOString(),
    };
    renderTab({ getMaturity: maturityOf({ evidence, now }) });
    expect(
      await screen.findByText(/the level drops to 0 on/),
    ).toBeInTheDocument();
  });

  it('names malformed annotations and failed collectors', async () => {
    renderTab({
      getMaturity: {
        ...levelOne,
        failedCollectors: [
          { collector: 'on-call', failedAt: now.toISOString() },
        ],
      },
    });
    expect(
      await screen.findByText(/platform-product\/sla is “very good”/),
    ).toBeInTheDocument();
    expect(
      await screen.findByText(/on-call\. What is shown/),
    ).toBeInTheDocument();
  });

  it('sends one attestation for two clicks', async () => {
    const call = renderTab({ getMaturity: levelOne, attest: {} });
    const [button] = await screen.findAllByRole('button', { name: /^Attest:/ });
    fireEvent.click(button);
    const dialog = await screen.findByRole('dialog');
    fireEvent.change(within(dialog).getByLabelText(/What holds/), {
      target: { value: 'We read it with two teams.' },
    });
    const submit = within(dialog).getByRole('button', { name: 'Attest' });
    fireEvent.click(submit);
    fireEvent.click(submit);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const sent = call.mock.calls.filter(([name]) => name === 'attest');
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject([
      'attest',
      {
        params: { kind: 'component', namespace: 'default', name: 'logs' },
        body: { criterionId: 'guide', statement: 'We read it with two teams.' },
        idempotencyKey: expect.any(String),
      },
    ]);
  });
});

describe('the maturity card', () => {
  it('shows the level as a badge', async () => {
    const now = new Date();
    renderExtension({
      id: 'entity-card:platform-product/maturity',
      answers: {
        getMaturity: maturityOf({ evidence: levelOneEvidence(now), now }),
      },
    });
    expect(await screen.findByText('Level 1')).toBeInTheDocument();
  });
});

describe('the extensions', () => {
  it.each([
    ['entity-content:platform-product/maturity', EntityContentBlueprint],
    ['entity-card:platform-product/maturity', EntityCardBlueprint],
  ] as const)('%s shows on services alone', (id, { dataRefs }) => {
    const isShown = createExtensionTester(plugin.getExtension(id)).get(
      dataRefs.filterFunction,
    ) as (shownOn: Entity) => boolean;
    expect(isShown(entity)).toBe(true);
    expect(isShown({ ...entity, spec: { type: 'library' } })).toBe(false);
    const optedOut = { 'platform-product/service': 'false' };
    expect(
      isShown({
        ...entity,
        metadata: { ...entity.metadata, annotations: optedOut },
      }),
    ).toBe(false);
  });
});
