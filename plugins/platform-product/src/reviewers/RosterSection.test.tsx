import {
  Access,
  Roster,
  RosterEntry,
} from '@platform-product/backstage-plugin-common';
import {
  cleanup,
  fireEvent,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import {
  buttonsIn,
  fill,
  pressTwice,
  startingWith,
} from '../__testUtils__/actions';
import { Answers, done, writes } from '../__testUtils__/answerWith';
import { letItBe } from '../__testUtils__/clock';
import { Persona, personas } from '../__testUtils__/personas';
import { params } from '../__testUtils__/renderExtension';
import { renderWithApi } from '../__testUtils__/renderWithApi';
import { emptyRoster, noor } from '../__testUtils__/reviewers';
import { RosterSection } from './RosterSection';

const carl = 'user:default/carl';

function renderRoster(
  roster: Partial<Roster> = {},
  access: Access | 'unknown' = personas.reader,
  answers: Answers = {},
) {
  const onChanged = jest.fn();
  const call = renderWithApi(
    <RosterSection
      roster={{ ...emptyRoster, ...roster }}
      entityRef="component:default/logs"
      service="Logs"
      access={access === 'unknown' ? undefined : access}
      onChanged={onChanged}
    />,
    answers,
  );
  return { call, onChanged };
}

const section = () => screen.findByRole('region', { name: 'Reviewers' });
const press = async (name: string) =>
  fireEvent.click(
    await screen.findByRole('button', { name: startingWith(name) }),
  );
const closed = () =>
  waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());

const rowsOf = (part: HTMLElement) =>
  within(part)
    .getAllByRole('row')
    .slice(1)
    .map(row => [...row.querySelectorAll('td')].map(cell => cell.textContent));

const offered: RosterEntry = {
  ...noor,
  userRef: carl,
  status: 'offered',
  agreed: undefined,
  proposed: {
    by: 'person',
    role: 'reviewer',
    paths: ['/docs/', '/api/'],
    endsOn: '2027-03-31',
  },
};
const invited: RosterEntry = {
  ...offered,
  status: 'invited',
  proposed: { by: 'owners', role: 'approver', paths: [] },
};
const active: RosterEntry = { ...noor, userRef: carl };
/** More was asked of somebody who reviews already. */
const asked: RosterEntry = { ...active, proposed: invited.proposed };
/** Somebody who reviews already has asked for more. */
const asking: RosterEntry = { ...active, proposed: offered.proposed };

beforeEach(() =>
  letItBe('2026-11-20T12:00:00.000Z', { zone: 'Europe/Berlin' }),
);

describe('the roster', () => {
  it('shows who reviews, what, on which terms, and when', async () => {
    renderRoster({
      items: [
        { ...noor, sponsor: 'user:default/maya' },
        {
          ...noor,
          userRef: 'user:default/kim',
          isOutside: false,
          agreed: { role: 'approver', paths: [], endsOn: '2027-03-31' },
          openReviews: 0,
          timeZone: 'America/Argentina/Buenos_Aires',
          awayUntil: '2026-12-01',
          onRotation: false,
        },
        {
          ...noor,
          userRef: 'user:default/lou',
          agreed: { role: 'shadow', paths: ['/a', '/b'] },
          onRotation: false,
          timeZone: undefined,
        },
        offered,
        { ...invited, userRef: 'user:default/mia' },
        { ...asked, userRef: 'user:default/ned' },
      ],
    });
    const part = await section();
    expect(part).toHaveTextContent('4 active · 2 from outside');
    expect(rowsOf(part)).toEqual([
      [
        'noor outside reviewer',
        'reviewer · /charts/sponsored by maya',
        '1 of 3 open',
        'Beirut',
      ],
      [
        'kim ',
        'approver · everything · until Mar 31, 2027',
        '0 of 3 open',
        'Buenos Airesaway until Dec 1, 2026',
      ],
      ['lou ', 'shadow · /a, /b', '1 of 3 open', 'takes no new reviews'],
      [
        'carl ',
        'offers to reviewproposed: reviewer · /docs/, /api/ · until Mar 31, 2027',
        '1 of 3 open',
        'Beirut',
      ],
      [
        'mia ',
        'invitedproposed: approver · everything',
        '1 of 3 open',
        'Beirut',
      ],
      [
        'ned outside reviewer',
        'reviewer · /charts/proposed: approver · everything',
        '1 of 3 open',
        'Beirut',
      ],
    ]);
  });

  it('counts one as one, and none', async () => {
    renderRoster({ items: [{ ...noor, isOutside: false }] });
    expect(await section()).toHaveTextContent('1 active · 0 from outside');
  });

  it('says what would be here where nobody is', async () => {
    renderRoster();
    const part = await section();
    expect(part).toHaveTextContent('Nobody has agreed to review yet.');
    expect(part).toHaveTextContent(
      'Offer to review, or invite someone from the list below.',
    );
    expect(within(part).queryByRole('table')).not.toBeInTheDocument();
  });

  it('thanks those who have left, and does not list them', async () => {
    renderRoster({
      items: [
        { ...noor, status: 'emeritus' },
        { ...noor, userRef: 'user:default/kim', status: 'emeritus' },
      ],
    });
    const part = await section();
    expect(part).toHaveTextContent(/Thanks to noorkim/);
    expect(part).toHaveTextContent('Nobody has agreed to review yet.');
  });

  it('tells of one who was invited back that they have not agreed yet', async () => {
    renderRoster({ items: [{ ...invited, agreed: noor.agreed }] });
    expect(rowsOf(await section())[0][1]).toBe(
      'invitedproposed: approver · everything',
    );
  });
});

describe('what may be done to it', () => {
  const candidates: Roster['candidates'] = [
    { userRef: carl, name: 'carl', sources: [] },
  ];

  const ofTeam = [
    'Offer to review',
    'Change: noor',
    'Remove: noor',
    'Invite: carl',
  ];

  it.each<[Persona, string[]]>([
    ['owner', ofTeam],
    ['productManager', ofTeam],
    ['admin', ofTeam],
    ['steward', ['Offer to review']],
    ['consumer', ['Offer to review']],
    // It is Noor who is on the roster.
    ['reviewer', ['Change: noor', 'Leave: noor']],
    ['reader', []],
    ['nobody', []],
  ])('by a %s', async (persona, buttons) => {
    renderRoster({ items: [noor], candidates }, personas[persona]);
    const part = await section();
    const canInvite = buttons.includes('Invite: carl');
    const list = canInvite
      ? 'People you could invite (1)'
      : 'Others who know the code (1)';
    fireEvent.click(within(part).getByRole('button', { name: list }));
    expect(buttonsIn(part).filter(name => name !== list)).toEqual(buttons);
    const columns = within(part)
      .getAllByRole('columnheader')
      .map(({ textContent }) => textContent);
    expect(columns).toEqual([
      'Who',
      'Role',
      'Open reviews',
      'When',
      ...(buttons.includes('Change: noor') ? ['Actions'] : []),
    ]);
  });

  it('before it is known who reads: nothing', async () => {
    renderRoster({ items: [noor] }, 'unknown');
    expect(buttonsIn(await section())).toEqual([]);
  });

  it.each<[string, RosterEntry, string[], string[]]>([
    ['who offers', offered, ['Approve', 'Turn down'], ['Withdraw']],
    ['who is invited', invited, ['Withdraw'], ['Accept', 'Turn down']],
    ['who reviews', active, ['Change', 'Remove'], ['Change', 'Leave']],
    ['who is asked for more', asked, ['Change', 'Remove'], ['Accept', 'Leave']],
    ['who asks for more', asking, ['Approve', 'Remove'], ['Change', 'Leave']],
  ])('about one %s', async (_, entry, byOwners, bySelf) => {
    renderRoster({ items: [entry] }, { ...personas.owner, offerReview: false });
    const ofCarl = (texts: string[]) => texts.map(text => `${text}: carl`);
    expect(buttonsIn(await section())).toEqual(ofCarl(byOwners));
    cleanup();
    renderRoster({ items: [entry] }, personas.consumer);
    expect(buttonsIn(await section())).toEqual(ofCarl(bySelf));
  });

  it('by somebody who has left: to offer again', async () => {
    renderRoster(
      { items: [{ ...noor, status: 'emeritus' }] },
      personas.reviewer,
    );
    expect(buttonsIn(await section())).toEqual(['Offer to review']);
  });

  it('by those who are no users, whatever a policy says: no offer', async () => {
    renderRoster({}, { ...personas.consumer, user: undefined });
    expect(buttonsIn(await section())).toEqual([]);
  });

  it('by owners who review themselves: what everybody may', async () => {
    renderRoster(
      { items: [{ ...invited, userRef: personas.owner.user! }] },
      personas.owner,
    );
    expect(buttonsIn(await section())).toEqual([
      'Accept: olga',
      'Turn down: olga',
    ]);
  });
});

describe('agreeing', () => {
  it.each([
    [
      'owners',
      personas.owner,
      offered,
      'Approve',
      'Approve the offer',
      'carl will review on these terms: reviewer · /docs/, /api/ · until Mar 31, 2027.',
      { role: 'reviewer', paths: ['/docs/', '/api/'], endsOn: '2027-03-31' },
    ],
    [
      'the person',
      personas.consumer,
      invited,
      'Accept',
      'Accept the invitation',
      'You will review on these terms: approver · everything. You can leave at any time.',
      { role: 'approver', paths: [], endsOn: undefined },
    ],
  ])(
    'repeats the very terms that were put forward: %s',
    async (_, access, entry, button, title, text, body) => {
      const { call, onChanged } = renderRoster({ items: [entry] }, access, {
        putReviewer: done,
      });
      await press(button);
      const dialog = await screen.findByRole('dialog', { name: title });
      expect(dialog).toHaveTextContent(text);
      expect(writes(call)).toEqual([]);
      pressTwice(within(dialog).getByRole('button', { name: button }));
      expect(
        await screen.findByText('Agreed. The roster is up to date.'),
      ).toBeInTheDocument();
      expect(writes(call)).toEqual([
        ['putReviewer', { params: { ...params, userRef: carl }, body }],
      ]);
      expect(onChanged).toHaveBeenCalledTimes(1);
      await closed();
    },
  );

  it('says why it could not be done', async () => {
    const { onChanged } = renderRoster({ items: [offered] }, personas.owner, {
      putReviewer: new Error('Carl has changed the offer'),
    });
    await press('Approve');
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.click(dialog.getByRole('button', { name: 'Approve' }));
    expect(
      await screen.findByText('Carl has changed the offer'),
    ).toBeInTheDocument();
    expect(onChanged).not.toHaveBeenCalled();
  });
});

describe('ending it', () => {
  it.each([
    [
      'Leave',
      active,
      personas.consumer,
      'Leave the roster?',
      'You will no longer be suggested for Logs and will be listed as emeritus. Requests you accepted stay with you.',
    ],
    [
      'Withdraw',
      offered,
      personas.consumer,
      'Withdraw the proposal?',
      'You will not review for Logs. The owners will be notified.',
    ],
    [
      'Turn down',
      invited,
      personas.consumer,
      'Withdraw the proposal?',
      'You will not review for Logs. The owners will be notified.',
    ],
    [
      'Remove',
      active,
      personas.owner,
      'Remove carl from the roster?',
      'They will be notified, and no longer suggested here.',
    ],
    [
      'Turn down',
      offered,
      personas.owner,
      'Withdraw the proposal?',
      'carl will not review for Logs and will be notified.',
    ],
    [
      'Withdraw',
      invited,
      personas.owner,
      'Withdraw the proposal?',
      'carl will not review for Logs and will be notified.',
    ],
  ])(
    'names what is lost before: %s',
    async (button, entry, access, title, text) => {
      const { call, onChanged } = renderRoster({ items: [entry] }, access, {
        removeReviewer: done,
      });
      await press(button);
      const dialog = await screen.findByRole('dialog', { name: title });
      expect(dialog).toHaveTextContent(text);
      expect(writes(call)).toEqual([]);
      pressTwice(within(dialog).getByRole('button', { name: button }));
      expect(
        await screen.findByText('Done. The roster is up to date.'),
      ).toBeInTheDocument();
      expect(writes(call)).toEqual([
        ['removeReviewer', { params: { ...params, userRef: carl } }],
      ]);
      expect(onChanged).toHaveBeenCalledTimes(1);
    },
  );
});

describe('putting terms forward', () => {
  const paths = () => screen.getByLabelText(/^For which paths/);
  const endsOn = () => screen.getByLabelText(/^Last day/);
  const dialog = () => within(screen.getByRole('dialog'));
  const role = (name: RegExp) => dialog().getByRole('radio', { name });

  it('offers oneself, as a reviewer of everything unless it is said otherwise', async () => {
    const { call, onChanged } = renderRoster({}, personas.consumer, {
      putReviewer: done,
    });
    await press('Offer to review');
    expect(
      await screen.findByRole('dialog', { name: 'Offer to review' }),
    ).toHaveTextContent(
      'The owners are notified. You join the roster once one of them approves, and can leave at any time.',
    );
    expect(
      dialog()
        .getAllByRole('radio')
        .map(radio => radio.closest('label')!.textContent),
    ).toEqual([
      'shadow: reads along to learn',
      'reviewer: reviews',
      'approver: reviews and merges',
    ]);
    expect(role(/^reviewer/)).toBeChecked();
    expect(
      dialog().getByText(
        'Patterns as in CODEOWNERS, one a line, with a backslash before each blank. Leave empty for everything.',
      ),
    ).toBeInTheDocument();
    expect(endsOn()).toHaveAttribute('min', '2026-11-20');
    expect(screen.queryByLabelText(/^Sponsor/)).not.toBeInTheDocument();
    pressTwice(dialog().getByRole('button', { name: 'Offer to review' }));
    expect(
      await screen.findByText('Offered. The owners are notified.'),
    ).toBeInTheDocument();
    expect(writes(call)).toEqual([
      [
        'putReviewer',
        {
          params: { ...params, userRef: carl },
          body: {
            role: 'reviewer',
            paths: [],
            endsOn: undefined,
            sponsor: undefined,
          },
        },
      ],
    ]);
    expect(onChanged).toHaveBeenCalledTimes(1);
    await closed();
  });

  it('ends on the reader’s own today at the earliest', async () => {
    letItBe('2026-11-20T23:30:00.000Z', { zone: 'Europe/Berlin' });
    renderRoster({}, personas.consumer);
    await press('Offer to review');
    await screen.findByRole('dialog');
    expect(endsOn()).toHaveAttribute('min', '2026-11-21');
  });

  it('sends what was chosen, with a sponsor of those who are active', async () => {
    const { call } = renderRoster(
      {
        items: [
          noor,
          { ...noor, userRef: 'user:default/kim' },
          { ...invited, userRef: 'user:default/lou' },
        ],
      },
      personas.consumer,
      { putReviewer: done },
    );
    await press('Offer to review');
    await screen.findByRole('dialog');
    fireEvent.click(role(/^shadow/));
    fill(paths(), ' /docs/ \n\n/api/*.ts\n');
    fill(endsOn(), '2027-03-31');
    fireEvent.click(screen.getByLabelText(/^Sponsor/));
    const options = await screen.findAllByRole('option');
    expect(options.map(({ textContent }) => textContent)).toEqual([
      'nobody',
      'noor',
      'kim',
    ]);
    fireEvent.click(options[2]);
    fireEvent.click(dialog().getByRole('button', { name: 'Offer to review' }));
    await waitFor(() => expect(writes(call)).toHaveLength(1));
    expect(writes(call)[0][1].body).toEqual({
      role: 'shadow',
      paths: ['/docs/', '/api/*.ts'],
      endsOn: '2027-03-31',
      sponsor: 'user:default/kim',
    });
  });

  it('loses nothing when it fails', async () => {
    const { onChanged } = renderRoster({}, personas.consumer, {
      putReviewer: new Error('Too many paths'),
    });
    await press('Offer to review');
    await screen.findByRole('dialog');
    fill(paths(), '/docs/');
    fireEvent.click(dialog().getByRole('button', { name: 'Offer to review' }));
    expect(await screen.findByText('Too many paths')).toBeInTheDocument();
    expect(paths()).toHaveValue('/docs/');
    expect(onChanged).not.toHaveBeenCalled();
  });

  it('invites the one who was picked', async () => {
    const { call, onChanged } = renderRoster(
      {
        candidates: [
          { userRef: 'user:default/kim', name: 'kim', sources: [] },
          { userRef: 'user:default/lou', name: 'lou', sources: [] },
        ],
      },
      personas.owner,
      { putReviewer: done },
    );
    await section();
    fireEvent.click(screen.getAllByText('Invite')[1]);
    expect(
      await screen.findByRole('dialog', { name: 'Invite lou to review' }),
    ).toHaveTextContent(
      'They are notified, and join the roster once they accept.',
    );
    pressTwice(dialog().getByRole('button', { name: 'Invite' }));
    expect(
      await screen.findByText('Invited. They are notified.'),
    ).toBeInTheDocument();
    expect(writes(call)).toMatchObject([
      ['putReviewer', { params: { ...params, userRef: 'user:default/lou' } }],
    ]);
    expect(onChanged).toHaveBeenCalledTimes(1);
  });

  it('goes on from what is agreed when terms are changed', async () => {
    const { call, onChanged } = renderRoster(
      {
        items: [
          {
            ...active,
            agreed: {
              role: 'approver',
              paths: ['/docs/', '/api/'],
              endsOn: '2027-03-31',
            },
            sponsor: noor.userRef,
          },
          noor,
        ],
      },
      personas.consumer,
      { putReviewer: done },
    );
    await press('Change');
    expect(
      await screen.findByRole('dialog', { name: 'Change the terms' }),
    ).toHaveTextContent(
      'Reductions apply immediately; extensions need the other person’s consent.',
    );
    expect(role(/^approver/)).toBeChecked();
    expect(paths()).toHaveValue('/docs/\n/api/');
    expect(endsOn()).toHaveValue('2027-03-31');
    // Nobody sponsors themselves.
    fireEvent.click(screen.getByLabelText(/^Sponsor/));
    const options = await screen.findAllByRole('option');
    expect(options.map(({ textContent }) => textContent)).toEqual([
      'nobody',
      'noor',
    ]);
    fireEvent.click(options[0]);
    fireEvent.click(role(/^reviewer/));
    fill(paths(), '/docs/');
    fill(endsOn(), '');
    fireEvent.click(dialog().getByRole('button', { name: 'Change' }));
    expect(await screen.findByText('Saved.')).toBeInTheDocument();
    expect(writes(call)).toEqual([
      [
        'putReviewer',
        {
          params: { ...params, userRef: carl },
          body: {
            role: 'reviewer',
            paths: ['/docs/'],
            endsOn: undefined,
            sponsor: null,
          },
        },
      ],
    ]);
    expect(onChanged).toHaveBeenCalledTimes(1);
  });
});

describe('people who could be asked', () => {
  it('come with where they are known from, and as they are named', async () => {
    renderRoster(
      {
        candidates: [
          {
            userRef: 'user:default/kim',
            name: '@kim',
            sources: [
              {
                kind: 'ownership-file',
                url: 'https://example.com/CODEOWNERS',
                line: 3,
                pattern: '/charts/',
                via: '@org/team',
              },
              { kind: 'annotation' },
              { kind: 'history', reviews: 7, changes: 1 },
              { kind: 'history', reviews: 0, changes: 0 },
            ],
          },
          {
            userRef: 'user:default/lou',
            name: '@lou',
            sources: [
              {
                kind: 'ownership-file',
                url: 'https://example.com/CODEOWNERS',
                line: 3,
                pattern: '*',
              },
              { kind: 'history', reviews: 1, changes: 12 },
            ],
          },
          { name: '@old-login', sources: [{ kind: 'annotation' }] },
        ],
      },
      personas.owner,
    );
    const part = await section();
    fireEvent.click(screen.getByText('People you could invite (3)'));
    expect(part).toHaveTextContent(
      'From ownership files, the annotation and the review history. None of them has agreed yet.',
    );
    expect(
      within(part)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'kimowner of /charts/ as a member of @org/team · named in the annotation · 7 reviews, 1 changeInvite',
      'louowner of * · 1 review, 12 changesInvite',
      '@old-loginnamed in the annotation · the catalog does not know this name',
    ]);
  });

  it('are not spoken of where there are none', async () => {
    renderRoster({}, personas.owner);
    await section();
    expect(screen.queryByText(/could be asked/)).not.toBeInTheDocument();
  });
});

describe('what is missing or wrong', () => {
  const known: Roster = {
    ...emptyRoster,
    ownership: { urls: ['https://example.com/CODEOWNERS'], problems: [] },
    history: {
      changes: 0,
      repositoryUrl: 'https://github.com/o/r',
      source: 'github',
    },
  };
  const noSource =
    'The catalog does not say where the source code is. Set the annotation backstage.io/source-location to show the guide, the owners and the review history.';
  const noOwnership =
    'No ownership file found. Add a CODEOWNERS file to list people who know the code here.';
  const noHistory =
    'No review history for this repository yet. Once an admin installs the module for your forge, it shows who knows which files and how long reviews take.';

  it.each<[string, Partial<Roster>, string[]]>([
    ['nothing', known, []],
    ['the repository', emptyRoster, [noSource]],
    [
      'the ownership file',
      { ...known, ownership: emptyRoster.ownership },
      [noOwnership],
    ],
    [
      'the history',
      { ...known, history: { ...known.history, source: undefined } },
      [noHistory],
    ],
    [
      'both',
      {
        ownership: emptyRoster.ownership,
        history: { ...known.history, source: undefined },
      },
      [noOwnership, noHistory],
    ],
  ])('is said, with what it would add: %s', async (_, roster, texts) => {
    renderRoster(roster);
    await section();
    const all = [noSource, noOwnership, noHistory];
    expect(all.filter(text => screen.queryByText(text))).toEqual(texts);
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it.each<[string, string[]]>([
    ['nothing is kept of them', []],
    ['they were read before', ['https://example.com/CODEOWNERS']],
  ])(
    'says why ownership files could not be read, where %s',
    async (_, urls) => {
      renderRoster({
        ...known,
        ownership: { urls, problems: [], error: 'The forge is down' },
      });
      await section();
      expect(
        screen.getByText(
          'Ownership files could not be read: The forge is down',
        ),
      ).toBeInTheDocument();
      expect(screen.queryByText(noOwnership)).not.toBeInTheDocument();
    },
  );

  it('is told line by line of an ownership file, up to five', async () => {
    const problems = [3, 4, 5, 6, 7, 8].map(line => ({
      url: 'https://example.com/CODEOWNERS',
      line,
      text: '!docs/',
      reason: 'nothing can be taken out again',
    }));
    renderRoster({ ...known, ownership: { urls: ['a'], problems } });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(
      /^6 lines of the ownership file can’t be read as written/,
    );
    const lines = within(alert).getAllByRole('listitem');
    expect(lines).toHaveLength(5);
    expect(lines[0]).toHaveTextContent(
      'Line 3: nothing can be taken out again',
    );
  });

  it('counts one line as one', async () => {
    renderRoster({
      ...known,
      ownership: {
        urls: ['a'],
        problems: [{ url: 'a', line: 3, text: '!docs/', reason: 'no' }],
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      '1 line of the ownership file can’t be read as written',
    );
  });

  it('is said of the review history', async () => {
    renderRoster({
      ...known,
      history: { ...known.history, error: 'Bad credentials' },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The review history could not be read to the end: Bad credentials',
    );
  });
});
