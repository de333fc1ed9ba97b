import { Access } from '@platform-product/backstage-plugin-common';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { buttonsIn, fill, pressTwice } from '../__testUtils__/actions';
import { Answers, done, writes } from '../__testUtils__/answerWith';
import { letItBe } from '../__testUtils__/clock';
import { attestation, guide, waiver } from '../__testUtils__/maturity';
import { Persona, personas } from '../__testUtils__/personas';
import { params } from '../__testUtils__/renderExtension';
import { renderWithApi } from '../__testUtils__/renderWithApi';
import { CriterionActions } from './CriterionActions';

function renderActions(
  access: Access | undefined,
  criterion: Partial<typeof guide> = {},
  answers: Answers = {},
) {
  const onChanged = jest.fn();
  const call = renderWithApi(
    <main>
      <CriterionActions
        criterion={{ ...guide, ...criterion }}
        access={access}
        entityRef="component:default/logs"
        onChanged={onChanged}
      />
    </main>,
    answers,
  );
  return { call, onChanged };
}

const shown = async () => buttonsIn(await screen.findByRole('main'));

const attest = 'Attest: Guide';
const renew = 'Renew: Guide';
const ask = 'Ask for a waiver: Guide';

describe('what can be done about a criterion', () => {
  it.each([
    // Of what is missing or at risk, both; else nothing has to be excused.
    ['missing', {}, [ask, attest]],
    ['at risk', { state: 'at-risk' }, [ask, attest]],
    ['waived', { state: 'waived', waiver }, [attest]],
    ['met by evidence', { state: 'met' }, []],
    ['attested', { state: 'attested', attestation }, [renew]],
    ['attested once, and met by evidence', { state: 'met', attestation }, []],
    [
      'attested once, and does not apply',
      { state: 'not-applicable', attestation },
      [],
    ],
    ['at risk, by a word', { state: 'at-risk', attestation }, [ask, renew]],
    ['not applicable', { state: 'not-applicable' }, []],
    ['missing, a waiver asked for', { waiver }, [attest]],
    [
      'missing, a waiver denied',
      { waiver: { ...waiver, status: 'denied' } },
      [ask, attest],
    ],
    ['missing, not to be attested', { attestable: false }, [ask]],
  ] as const)('owners, where it is %s', async (_, criterion, buttons) => {
    renderActions(personas.owner, criterion);
    expect(await shown()).toEqual(buttons);
  });

  it.each<[Persona, string[]]>([
    ['owner', [ask, attest]],
    ['productManager', [ask, attest]],
    ['admin', [ask, attest]],
    ['steward', []],
    ['reviewer', []],
    ['consumer', []],
    ['reader', []],
    ['nobody', []],
  ])('by a %s, where it is missing', async (persona, buttons) => {
    renderActions(personas[persona]);
    expect(await shown()).toEqual(buttons);
  });

  it('as far as a policy lets owners', async () => {
    renderActions({ ...personas.owner, requestWaiver: false });
    expect(await shown()).toEqual([attest]);
  });

  it('is for nobody before it is known who reads', async () => {
    renderActions(undefined);
    expect(await shown()).toEqual([]);
  });

  it.each([
    ['https://docs.example.com/guide', 'https://docs.example.com/guide'],
    ['data:text/html,alert(1)', undefined],
    [undefined, undefined],
  ])('leads everybody to help: %s', async (howTo, href) => {
    renderActions(personas.consumer, { howTo });
    await shown();
    const link = screen.queryByRole('link', { name: 'How to: Guide' });
    expect(link?.getAttribute('href') ?? undefined).toBe(href);
  });
});

describe('attesting', () => {
  const access = {
    ...personas.owner,
    longestAttestationDays: 20,
    longestWaiverDays: 10,
  };

  beforeEach(() =>
    letItBe('2026-11-20T12:00:00.000Z', { zone: 'Asia/Kolkata' }),
  );

  async function openDialog(
    answers: Answers,
    criterion: Partial<typeof guide> = {},
  ) {
    const { call, onChanged } = renderActions(access, criterion, answers);
    fireEvent.click(await screen.findByRole('button', { name: attest }));
    const dialog = within(
      await screen.findByRole('dialog', { name: 'Attest a criterion' }),
    );
    return {
      call,
      onChanged,
      dialog,
      statement: dialog.getByLabelText(/What holds, and how do you know/),
      link: dialog.getByLabelText(/Link to evidence/),
      until: dialog.getByLabelText(/Holds until/),
      submit: dialog.getByRole('button', { name: 'Attest' }),
    };
  }

  it('sends what was said once, until the end of the day, and says so', async () => {
    const { call, onChanged, dialog, ...fields } = await openDialog({
      attest: done,
    });
    expect(screen.getByRole('dialog')).toHaveTextContent(
      'You give your word that this holds: Guide. It is shown with your name, and counts until something is measured.',
    );
    expect(fields.until).toHaveValue('2026-12-09');
    expect(dialog.getByText('At most 20 days from today.')).toBeInTheDocument();
    fill(fields.statement, '  Two teams read it. ');
    fill(fields.link, ' https://example.com/guide ');
    fill(fields.until, '2026-12-01');
    pressTwice(fields.submit);
    expect(
      await screen.findByText('Attested. The level is up to date.'),
    ).toBeInTheDocument();
    expect(writes(call)).toEqual([
      [
        'attest',
        {
          params,
          idempotencyKey: expect.any(String),
          body: {
            criterionId: 'guide',
            statement: 'Two teams read it.',
            link: 'https://example.com/guide',
            expiresAt: '2026-12-01T18:29:59.999Z',
          },
        },
      ],
    ]);
    expect(onChanged).toHaveBeenCalledTimes(1);
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });

  it('says that a word does not count over what was measured', async () => {
    const { dialog, ...fields } = await openDialog(
      { attest: done },
      { result: 'fail' },
    );
    expect(screen.getByRole('dialog')).toHaveTextContent(
      'This was measured, and fails: Guide. Your statement is shown with your name and does not count. What counts is a new measurement, or a waiver.',
    );
    fill(fields.statement, 'Two teams read it.');
    fireEvent.click(fields.submit);
    expect(
      await screen.findByText(
        'Your statement is shown. The measurement counts.',
      ),
    ).toBeInTheDocument();
  });

  it('proposes ninety days where they are allowed', async () => {
    renderActions({ ...access, longestAttestationDays: 365 });
    fireEvent.click(await screen.findByRole('button', { name: attest }));
    expect(await screen.findByLabelText(/Holds until/)).toHaveValue(
      '2027-02-18',
    );
  });

  it('leaves out a link that is not given', async () => {
    const { call, statement, link, submit } = await openDialog({
      attest: done,
    });
    fill(statement, 'Two teams read it.');
    fill(link, '   ');
    fireEvent.click(submit);
    await waitFor(() => expect(writes(call)).toHaveLength(1));
    expect(writes(call)[0][1].body).toEqual({
      criterionId: 'guide',
      statement: 'Two teams read it.',
      link: undefined,
      expiresAt: '2026-12-09T18:29:59.999Z',
    });
  });

  it('wants ten characters, an https link and a day that is allowed', async () => {
    const { statement, link, until, submit } = await openDialog({});
    expect(submit).toBeDisabled();
    fill(statement, '  123456789  ');
    expect(submit).toBeDisabled();
    fill(statement, '1234567890');
    expect(submit).toBeEnabled();
    for (const bad of ['http://example.com', 'example.com', 'ftp://a.b']) {
      fill(link, bad);
      expect(submit).toBeDisabled();
      expect(link).toBeInvalid();
    }
    fill(link, 'https://example.com');
    expect(submit).toBeEnabled();
    for (const bad of ['', '2026-11-19', '2026-12-11']) {
      fill(until, bad);
      expect(submit).toBeDisabled();
    }
    fill(until, '2026-11-20');
    expect(submit).toBeEnabled();
  });

  it('loses nothing when it fails, and tries again as the same act', async () => {
    let isAway = true;
    const { call, onChanged, statement, submit } = await openDialog({
      attest: () => (isAway ? new Error('The database is away') : done),
    });
    fill(statement, 'Two teams read it.');
    fireEvent.click(submit);
    expect(await screen.findByText('The database is away')).toBeInTheDocument();
    expect(statement).toHaveValue('Two teams read it.');
    expect(onChanged).not.toHaveBeenCalled();
    isAway = false;
    fireEvent.click(submit);
    await waitFor(() => expect(onChanged).toHaveBeenCalledTimes(1));
    const [first, second] = writes(call);
    expect(second).toEqual(first);
  });

  it('counts as another act once anything was changed', async () => {
    const { call, statement, link, until, submit } = await openDialog({
      attest: new Error('The database is away'),
    });
    const changes = [
      () => fill(statement, 'Two teams read it.'),
      () => fill(link, 'https://example.com/guide'),
      () => fill(until, '2026-12-01'),
    ];
    for (const [index, change] of changes.entries()) {
      change();
      fireEvent.click(submit);
      await waitFor(() => expect(writes(call)).toHaveLength(index + 1));
      await waitFor(() => expect(submit).toBeEnabled());
    }
    const keys = writes(call).map(([, { idempotencyKey }]) => idempotencyKey);
    expect(new Set(keys).size).toBe(3);
  });
});

describe('asking for a waiver', () => {
  const access = {
    ...personas.owner,
    longestAttestationDays: 20,
    longestWaiverDays: 10,
  };

  beforeEach(() =>
    letItBe('2026-11-20T12:00:00.000Z', { zone: 'America/Los_Angeles' }),
  );

  async function openDialog(answers: Answers) {
    const { call, onChanged } = renderActions(access, {}, answers);
    fireEvent.click(await screen.findByRole('button', { name: ask }));
    const dialog = within(
      await screen.findByRole('dialog', { name: 'Ask for a waiver' }),
    );
    return {
      call,
      onChanged,
      dialog,
      reason: dialog.getByLabelText(/Why can’t it be met for now/),
      until: dialog.getByLabelText(/Needed until/),
      submit: dialog.getByRole('button', { name: 'Ask' }),
    };
  }

  it('sends the reason once, until the end of the day, and says who decides', async () => {
    const { call, onChanged, dialog, reason, until, submit } = await openDialog(
      { requestWaiver: done },
    );
    expect(screen.getByRole('dialog')).toHaveTextContent(
      'While a waiver is approved, “Guide” does not hold the level back. The level without waivers is always shown too.',
    );
    expect(until).toHaveValue('2026-11-29');
    expect(dialog.getByText('At most 10 days from today.')).toBeInTheDocument();
    fill(reason, ' The storage moves ');
    pressTwice(submit);
    expect(
      await screen.findByText('Requested. A steward will decide.'),
    ).toBeInTheDocument();
    expect(writes(call)).toEqual([
      [
        'requestWaiver',
        {
          params,
          idempotencyKey: expect.any(String),
          body: {
            criterionId: 'guide',
            reason: 'The storage moves',
            expiresAt: '2026-11-30T07:59:59.999Z',
          },
        },
      ],
    ]);
    expect(onChanged).toHaveBeenCalledTimes(1);
  });

  it('wants ten characters and a day that is allowed', async () => {
    const { reason, until, submit } = await openDialog({});
    expect(submit).toBeDisabled();
    fill(reason, ' 123456789 ');
    expect(submit).toBeDisabled();
    fill(reason, '1234567890');
    expect(submit).toBeEnabled();
    for (const bad of ['', '2026-11-19', '2026-12-01']) {
      fill(until, bad);
      expect(submit).toBeDisabled();
    }
    fill(until, '2026-11-20');
    expect(submit).toBeEnabled();
  });

  it('counts as another act once anything was changed', async () => {
    const { call, reason, until, submit } = await openDialog({
      requestWaiver: new Error('The database is away'),
    });
    const changes = [
      () => fill(reason, 'The storage moves'),
      () => fill(reason, 'The storage moves again'),
      () => fill(until, '2026-11-25'),
    ];
    for (const [index, change] of changes.entries()) {
      change();
      fireEvent.click(submit);
      await waitFor(() => expect(writes(call)).toHaveLength(index + 1));
      await waitFor(() => expect(submit).toBeEnabled());
    }
    const keys = writes(call).map(([, { idempotencyKey }]) => idempotencyKey);
    expect(new Set(keys).size).toBe(3);
  });

  it('proposes sixty days where they are allowed', async () => {
    renderActions({ ...access, longestWaiverDays: 180 });
    fireEvent.click(await screen.findByRole('button', { name: ask }));
    expect(await screen.findByLabelText(/Needed until/)).toHaveValue(
      '2027-01-19',
    );
  });

  it('loses nothing when it fails', async () => {
    const { onChanged, reason, submit } = await openDialog({
      requestWaiver: new Error('There is one already'),
    });
    fill(reason, 'The storage moves');
    fireEvent.click(submit);
    expect(await screen.findByText('There is one already')).toBeInTheDocument();
    expect(reason).toHaveValue('The storage moves');
    expect(onChanged).not.toHaveBeenCalled();
  });
});
