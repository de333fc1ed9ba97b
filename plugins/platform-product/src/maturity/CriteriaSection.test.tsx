import {
  Access,
  CriterionAssessment,
  Maturity,
} from '@platform-product/backstage-plugin-common';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { buttonsIn, fill, pressTwice } from '../__testUtils__/actions';
import { Answers, done, writes } from '../__testUtils__/answerWith';
import { letItBe } from '../__testUtils__/clock';
import {
  attestation,
  guide,
  levelOne,
  vision,
  waiver,
} from '../__testUtils__/maturity';
import { Persona, personas } from '../__testUtils__/personas';
import { renderWithApi } from '../__testUtils__/renderWithApi';
import { CriteriaSection } from './CriteriaSection';

beforeEach(() =>
  letItBe('2026-11-20T12:00:00.000Z', { zone: 'Europe/Berlin' }),
);

/** The buttons that open the criteria of a level. */
const levelButtons = () => screen.findAllByRole('button', { name: /^Level/ });

/** Shows the criteria of the highest level. */
async function renderCriteria(
  maturity: Maturity,
  access: Access | undefined = personas.consumer,
  answers: Answers = {},
  listedAbove?: number,
) {
  const onChanged = jest.fn();
  const call = renderWithApi(
    <CriteriaSection
      maturity={maturity}
      listedAbove={listedAbove}
      access={access}
      onChanged={onChanged}
    />,
    answers,
  );
  fireEvent.click((await levelButtons()).at(-1)!);
  return { call, onChanged };
}

/** A service on level 2 of one criterion each, those of level 2 as given. */
const withCriteria = (...criteria: Partial<CriterionAssessment>[]) => ({
  ...levelOne,
  level: 2,
  levels: [
    levelOne.levels[0],
    {
      ...levelOne.levels[1],
      criteria: criteria.map((given, index) => ({
        ...guide,
        id: `criterion-${index}`,
        title: `Criterion ${index}`,
        ...given,
      })),
    },
  ],
});

const summaries = async () =>
  (await levelButtons()).map(({ textContent }) => textContent);

describe('all criteria', () => {
  it('are counted for each level, without those that do not apply', async () => {
    await renderCriteria(
      withCriteria(
        { state: 'met' },
        { state: 'at-risk' },
        { state: 'waived' },
        { state: 'missing' },
        { state: 'not-applicable' },
      ),
    );
    expect(await summaries()).toEqual([
      'Level 1 · 1 of 1',
      'Level 2 · 3 of 4, 1 waived',
    ]);
  });

  it('are shown a level at a time, and folded away again', async () => {
    await renderCriteria(withCriteria({}));
    const [one, two] = await levelButtons();
    const shown = () =>
      screen.queryAllByRole('row').map(row => row.textContent);
    const isOpen = () =>
      [one, two].map(button => button.getAttribute('aria-expanded'));
    expect(isOpen()).toEqual(['false', 'true']);
    expect(shown()[1]).toContain('Criterion 0');
    expect(screen.getByRole('table').closest('[id]')!.id).toBe(
      two.getAttribute('aria-controls'),
    );
    fireEvent.click(one);
    expect(isOpen()).toEqual(['true', 'false']);
    expect(shown()).toHaveLength(2);
    expect(shown()[1]).not.toContain('Criterion 0');
    fireEvent.click(one);
    expect(isOpen()).toEqual(['false', 'false']);
    expect(shown()).toEqual([]);
  });

  it('are found by the heading of their level', async () => {
    await renderCriteria(withCriteria({}));
    const headings = () =>
      screen.queryAllByRole('heading', { level: 3 }).map(h => h.textContent);
    const [one, two] = levelOne.levels;
    expect(headings()).toEqual([`Level 2 · ${two.name}`]);
    const [button] = await levelButtons();
    fireEvent.click(button);
    expect(headings()).toEqual([`Level 1 · ${one.name}`]);
    fireEvent.click(button);
    expect(headings()).toEqual([]);
  });

  it('are what a row is about, and not how they stand', async () => {
    await renderCriteria(withCriteria({}));
    const cells = screen.getAllByRole('cell');
    expect(cells.find(cell => 'title' in cell.dataset)).toHaveTextContent(
      /Criterion 0/,
    );
  });

  it('stand once: what is missing next is listed above', async () => {
    await renderCriteria(
      withCriteria(
        { state: 'missing' },
        { state: 'missing' },
        { state: 'met' },
      ),
      personas.consumer,
      {},
      2,
    );
    expect(
      await screen.findByText('2 missing criteria are listed above.'),
    ).toBeInTheDocument();
    expect(screen.getByText('Criterion 2')).toBeInTheDocument();
    expect(screen.queryByText('Criterion 0')).not.toBeInTheDocument();
    expect(await summaries()).toContain('Level 2 · 1 of 3');
  });

  it('are none where a level has none, which is said', async () => {
    await renderCriteria(withCriteria());
    expect(
      await screen.findByText(
        'This level has no criteria, so it cannot be reached.',
      ),
    ).toBeInTheDocument();
  });

  it('carry a word and an icon of their own for how they stand', async () => {
    await renderCriteria(
      withCriteria(
        { state: 'met' },
        { state: 'at-risk', result: 'unknown' },
        { state: 'waived', result: 'fail' },
        { state: 'not-applicable', result: 'not-applicable' },
        { state: 'missing', result: 'fail' },
        { state: 'missing', result: 'unknown' },
      ),
    );
    const [table] = screen.getAllByRole('table', { hidden: true });
    const marks = within(table)
      .getAllByRole('row', { hidden: true })
      .slice(1)
      .map(row => row.querySelector('td')!);
    expect(marks.map(({ textContent }) => textContent)).toEqual([
      'passes',
      'stale',
      'waived',
      'does not apply',
      'fails',
      'unknown',
    ]);
    const icons = marks.map(mark => mark.querySelector('svg')!);
    expect(new Set(icons.map(({ innerHTML }) => innerHTML)).size).toBe(6);
    for (const icon of icons) {
      expect(icon).toHaveAttribute('aria-hidden', 'true');
    }
  });

  it('tell a word from what was measured, and both from nothing', async () => {
    await renderCriteria(
      withCriteria(
        {
          result: 'fail',
          attestation: { ...attestation, link: 'https://example.com/word' },
          evidence: [
            {
              criterionId: 'criterion-0',
              source: 'attestation',
              result: 'pass',
              summary: 'Not twice',
              firstSeenAt: '2026-11-18T12:00:00.000Z',
              lastSeenAt: '2026-11-18T12:00:00.000Z',
            },
            {
              criterionId: 'criterion-0',
              source: 'guide-coverage',
              result: 'fail',
              summary: 'No sentence on reviews',
              link: 'https://example.com/guide',
              firstSeenAt: '2026-11-01T12:00:00.000Z',
              lastSeenAt: '2026-11-20T09:00:00.000Z',
            },
          ],
        },
        { rule: { attestation: 'only' } },
        { rule: { source: 'on-call' } },
      ),
    );
    const [, ...cells] = screen
      .getAllByRole('row', { hidden: true })
      .map(row => row.querySelectorAll('td')[1]?.textContent)
      .filter(Boolean);
    expect(cells).toEqual([
      '2.1Criterion 1Not attested yet',
      '2.1Criterion 2Not collected yet',
    ]);
    const said = screen.getByText('Two teams read it.');
    expect(said).toHaveAttribute('href', 'https://example.com/word');
    expect(said).toHaveAttribute('title', 'Open the evidence');
    expect(said.parentElement).toHaveTextContent(
      '“Two teams read it.” · not counted; stated by olga, 2 days ago',
    );
    const found = screen.getByText('No sentence on reviews');
    expect(found).toHaveAttribute('href', 'https://example.com/guide');
    expect(found.parentElement).toHaveTextContent(
      /^No sentence on reviews · 3 hours ago$/,
    );
    expect(screen.queryByText('Not twice')).not.toBeInTheDocument();
  });

  it('say that a measurement was stated, too', async () => {
    await renderCriteria(
      withCriteria({ state: 'met', result: 'pass', attestation }),
    );
    expect(
      screen.getByText(/Two teams read it/).closest('td'),
    ).toHaveTextContent(
      /“Two teams read it.” · also stated by olga, 2 days ago$/,
    );
  });

  it.each([
    ['attested', { state: 'attested', result: 'pass' }],
    ['at risk', { state: 'at-risk', result: 'unknown' }],
  ] as const)('take a word for what counts where it is %s', async (_, rest) => {
    await renderCriteria(withCriteria({ ...rest, attestation }));
    expect(
      screen.getByText(/Two teams read it/).closest('td'),
    ).toHaveTextContent(/“Two teams read it.” · olga, 2 days ago$/);
  });

  it('link people and groups, but nothing that could act', async () => {
    const seen = {
      criterionId: 'criterion-0',
      result: 'pass',
      firstSeenAt: '2026-11-18T12:00:00.000Z',
      lastSeenAt: '2026-11-18T12:00:00.000Z',
    } as const;
    await renderCriteria(
      withCriteria({
        evidence: [
          { ...seen, source: 'one', summary: 'user:default/maya' },
          {
            ...seen,
            source: 'two',
            summary: 'A script',
            link: 'data:text/html,alert(1)',
          },
          { ...seen, source: 'three' },
        ],
      }),
    );
    expect(screen.getByText('maya').closest('a')).toHaveAttribute(
      'href',
      '/catalog/default/user/maya',
    );
    expect(screen.getByText(/A script/).closest('a')).toBeNull();
    expect(screen.getByText(/^three ·/)).toBeInTheDocument();
  });

  it('say what they are about, and until when their evidence is fresh', async () => {
    await renderCriteria({
      ...levelOne,
      levels: [
        {
          ...levelOne.levels[0],
          criteria: [
            {
              ...vision,
              description: 'Where it is going.',
              freshUntil: '2026-12-03T23:30:00.000Z',
              waiver,
            },
          ],
        },
      ],
    });
    expect(await screen.findByText('Where it is going.')).toBeInTheDocument();
    const until = screen.getByText('until Dec 4, 2026');
    expect(until.closest('time')).toHaveAttribute(
      'datetime',
      '2026-12-03T23:30:00.000Z',
    );
    expect(until.title.replace(/\s/g, ' ')).toBe(
      'Counts as fresh until Dec 4, 2026, 12:30 AM',
    );
    expect(screen.getByText(/^A waiver until Dec 20/)).toBeInTheDocument();
  });

  const attested = {
    ...levelOne,
    levels: [
      {
        ...levelOne.levels[0],
        criteria: [{ ...vision, state: 'attested' as const, attestation }],
      },
    ],
  };
  const withdraw = 'Withdraw: Vision';
  const renew = 'Renew: Vision';

  it.each<[Persona, string[] | undefined]>([
    ['owner', [withdraw, renew]],
    ['productManager', [withdraw, renew]],
    ['admin', [withdraw, renew]],
    ['steward', undefined],
    ['reviewer', undefined],
    ['consumer', undefined],
    ['reader', undefined],
    ['nobody', undefined],
  ])('have a column of actions for a %s or not', async (persona, buttons) => {
    await renderCriteria(attested, personas[persona]);
    const table = await screen.findByRole('table');
    const columns = within(table)
      .getAllByRole('columnheader')
      .map(({ textContent }) => textContent);
    expect(columns).toEqual([
      'Result',
      'Criterion',
      ...(buttons ? ['Actions'] : []),
    ]);
    expect(buttonsIn(table)).toEqual(buttons ?? []);
  });

  it.each<[string, Partial<Access>, string]>([
    ['attest', { requestWaiver: false }, 'Attest: Criterion 0'],
    ['ask for waivers', { attest: false }, 'Ask for a waiver: Criterion 0'],
  ])('have a column for those who may %s alone', async (_, access, button) => {
    await renderCriteria(withCriteria({}), { ...personas.owner, ...access });
    const [table] = await screen.findAllByRole('table', { hidden: true });
    expect(within(table).getByText('Actions')).toBeInTheDocument();
    expect(within(table).getByLabelText(button)).toBeInTheDocument();
  });

  it('are looked at again once one was attested, or a waiver decided', async () => {
    const { onChanged } = await renderCriteria(
      withCriteria({}, { waiver }),
      personas.admin,
      { attest: done, decideWaiver: done },
    );
    fireEvent.click(await screen.findByLabelText('Attest: Criterion 0'));
    const dialog = within(await screen.findByRole('dialog'));
    fill(dialog.getByLabelText(/What holds/), 'Two teams read it.');
    fireEvent.click(dialog.getByRole('button', { name: 'Attest' }));
    await waitFor(() => expect(onChanged).toHaveBeenCalledTimes(1));
    fireEvent.click(screen.getByLabelText('Approve: Criterion 1'));
    await waitFor(() => expect(onChanged).toHaveBeenCalledTimes(2));
  });

  it('offer no renewing of a word where a measurement holds', async () => {
    const [level] = attested.levels;
    await renderCriteria(
      {
        ...attested,
        levels: [
          { ...level, criteria: [{ ...level.criteria[0], state: 'met' }] },
        ],
      },
      personas.owner,
    );
    expect(buttonsIn(await screen.findByRole('table'))).toEqual([withdraw]);
  });

  it('offer no withdrawing to those who may attest alone', async () => {
    await renderCriteria(attested, {
      ...personas.owner,
      withdrawAttestation: false,
    });
    expect(buttonsIn(await screen.findByRole('table'))).toEqual([renew]);
  });

  it('name the word that would be withdrawn, and withdraw it once', async () => {
    const { call, onChanged } = await renderCriteria(attested, personas.owner, {
      withdrawAttestation: done,
    });
    fireEvent.click(await screen.findByRole('button', { name: withdraw }));
    const dialog = await screen.findByRole('dialog', {
      name: 'Withdraw the attestation?',
    });
    expect(dialog).toHaveTextContent(
      '“Two teams read it.” will no longer count for “Vision”. The history keeps it.',
    );
    expect(writes(call)).toEqual([]);
    pressTwice(within(dialog).getByRole('button', { name: 'Withdraw' }));
    expect(
      await screen.findByText('Withdrawn. The level is up to date.'),
    ).toBeInTheDocument();
    expect(writes(call)).toEqual([
      ['withdrawAttestation', { params: { id: attestation.id } }],
    ]);
    expect(onChanged).toHaveBeenCalledTimes(1);
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });
});
