import {
  Contributing,
  ReviewTimes,
  Roster,
} from '@platform-product/backstage-plugin-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderWithApi } from '../__testUtils__/renderWithApi';
import {
  emptyRoster,
  noGuide,
  noor,
  noTimes,
} from '../__testUtils__/reviewers';
import { WelcomeSection } from './WelcomeSection';

const aGuide: Contributing = {
  ...noGuide,
  guide: {
    url: 'https://example.com/CONTRIBUTING.md',
    markdown: '',
    outline: [],
    checkedAt: '2026-11-20T12:00:00.000Z',
  },
};

/** What stands beside each name. */
async function linesFor(given: {
  contributing?: Partial<Contributing>;
  times?: ReviewTimes;
  roster?: Roster;
  level?: number;
  owners?: string[];
  canEditEntry?: boolean;
}): Promise<Record<string, string | null>> {
  renderWithApi(
    <WelcomeSection
      contributing={{ ...noGuide, ...given.contributing }}
      times={given.times}
      roster={given.roster}
      level={given.level}
      owners={given.owners ?? []}
      canEditEntry={given.canEditEntry ?? false}
      editUrl="https://example.com/edit"
    />,
    {},
  );
  const section = await screen.findByRole('region', {
    name: 'How contributing works here',
  });
  return Object.fromEntries(
    [...section.querySelectorAll('dt')].map(name => [
      name.textContent,
      name.nextElementSibling!.textContent,
    ]),
  );
}

const coverage = (
  question: 'contributionTypes' | 'responseTime' | 'buildAndTest',
  covered: boolean,
) => ({ question, covered, sentence: covered ? `On ${question}.` : undefined });

describe('what is welcome', () => {
  it.each<[string, Partial<Contributing>, string]>([
    [
      'the sentence of the guide',
      {
        ...aGuide,
        coverage: [
          coverage('buildAndTest', true),
          coverage('contributionTypes', true),
        ],
      },
      '“On contributionTypes.”',
    ],
    [
      'that the guide has none',
      { ...aGuide, coverage: [coverage('contributionTypes', false)] },
      'The guide does not say what is welcome in words we recognise. Ask before you start.',
    ],
    [
      'that there is no guide',
      {},
      'There is no contribution guide yet. Ask before you start.',
    ],
    [
      'that the guide is only linked',
      { elsewhere: 'https://wiki.example.com/guide' },
      'The contribution guide is linked below and was not read here. Ask before you start.',
    ],
    [
      'that the guide can’t be read',
      { error: 'Forbidden' },
      'The contribution guide could not be read. Ask before you start.',
    ],
  ])('is told by %s', async (_, contributing, text) => {
    expect(await linesFor({ contributing })).toMatchObject({
      'What is welcome': text,
    });
  });

  it.each([
    [0, 'This platform is not at a level yet.'],
    [
      1,
      'At level 1 the platform team builds it itself, and listens. Talk to them before you write code.',
    ],
    [
      2,
      'At level 2 changes from other teams are welcome, and the platform team reviews them.',
    ],
    [
      3,
      'At level 3 people from other teams review, too. You can become one of them.',
    ],
    // A ladder of one's own may have more levels.
    [
      4,
      'At level 3 people from other teams review, too. You can become one of them.',
    ],
  ])('depends on the level: %d', async (level, text) => {
    const lines = await linesFor({ level });
    expect(lines['What is welcome']).toBe(
      `There is no contribution guide yet. Ask before you start.${text}`,
    );
  });
});

describe('when one hears back', () => {
  const promise = {
    duration: 'PT16H',
    hours: 16,
    source: 'annotation',
  } as const;
  const nothing = 'No reviews on record yet.';

  it.each<[string, Partial<ReviewTimes>, string]>([
    [
      'what was promised',
      { promise },
      `Within 16 hours of business time${nothing}`,
    ],
    [
      'one hour as one',
      { promise: { ...promise, hours: 1 } },
      `Within 1 hour of business time${nothing}`,
    ],
    [
      'hours that have no end as short as they can be said',
      { promise: { ...promise, hours: 40 / 3 } },
      `Within 13.3 hours of business time${nothing}`,
    ],
    [
      'part of an hour in minutes',
      { promise: { ...promise, hours: 0.5 } },
      `Within 30 minutes of business time${nothing}`,
    ],
    [
      'that it is what is usual',
      { promise: { ...promise, source: 'default' } },
      `Within 16 hours of business time (default; this platform has not set a promise)${nothing}`,
    ],
    [
      'how it went',
      {
        promise,
        waiting: { total: 41, inTime: 34, overdue: 0, share: 0.824, p50: 5 },
      },
      'Within 16 hours of business time82% of 41 first reviews came in time, half of them within 5 hours',
    ],
    [
      'how it went, with no median',
      { promise, waiting: { total: 41, inTime: 0, overdue: 0, share: 0 } },
      'Within 16 hours of business time0% of 41 first reviews came in time',
    ],
    [
      'one review as one',
      { promise, waiting: { total: 1, inTime: 1, overdue: 0, share: 1 } },
      'Within 16 hours of business time100% of 1 first review came in time',
    ],
    [
      'one late review as one',
      { promise, waiting: { total: 1, inTime: 0, overdue: 1, share: 0 } },
      'Within 16 hours of business time0% of 1 first review came in time',
    ],
  ])('is told with %s', async (_, times, text) => {
    const lines = await linesFor({ times: { ...noTimes, ...times } });
    expect(lines['When you hear back']).toBe(text);
  });

  const guide = {
    hours: 40,
    duration: 'P5D',
    sentence: 'Give us a week.',
    url: 'https://example.com/CONTRIBUTING.md',
  };
  const howTo =
    'To promise what the guide says, annotate the catalog entry: platform-product/review-target: P5DCopyEdit the entry';
  const byGuide = { ...guide, source: 'guide' as const, guide };
  const differs =
    'The guide promises something else, 5 days of business time: “Give us a week.” Times are measured against the promise above.';

  it.each<[string, ReviewTimes['promise'], boolean, string]>([
    [
      'the guide’s words',
      byGuide,
      false,
      'Within 5 days of business time (as the guide says)“Give us a week.”',
    ],
    [
      'the guide’s words, which owners need not take over',
      byGuide,
      true,
      'Within 5 days of business time (as the guide says)“Give us a week.”',
    ],
    [
      'what the guide says instead',
      { ...promise, guide },
      false,
      `Within 16 hours of business time${differs}`,
    ],
    [
      'what the guide says instead, and to owners how to take it over',
      { ...promise, guide },
      true,
      `Within 16 hours of business time${differs}${howTo}`,
    ],
    [
      'what the guide says instead, as short as it can be said',
      { ...promise, guide: { ...guide, hours: 40 / 3 } },
      false,
      `Within 16 hours of business time${differs.replace(
        '5 days',
        '13.3 hours',
      )}`,
    ],
    [
      'nothing of a guide that says the same',
      { ...promise, guide: { ...guide, hours: 16 } },
      true,
      'Within 16 hours of business time',
    ],
  ])('is told with %s', async (_, promised, canEditEntry, text) => {
    const times = { ...noTimes, promise: promised };
    const contributing = { coverage: [coverage('responseTime', true)] };
    const lines = await linesFor({ contributing, times, canEditEntry });
    expect(lines['When you hear back']).toBe(`${text}${nothing}`);
  });

  it('tells that a guide names no time', async () => {
    const contributing = { coverage: [coverage('responseTime', true)] };
    expect(await linesFor({ contributing, times: noTimes })).toMatchObject({
      'When you hear back': `Within 8 hours of business time (default; this platform has not set a promise)The guide says “On responseTime.”, which names no time that could be measured.${nothing}`,
    });
  });

  it('copies the annotation', async () => {
    const copied: string[] = [];
    document.execCommand = () => {
      copied.push(document.querySelector('body > span')?.textContent ?? '');
      return true;
    };
    const times = { ...noTimes, promise: { ...promise, guide } };
    await linesFor({ times, canEditEntry: true });
    await userEvent.click(screen.getByRole('button', { name: 'Copy' }));
    expect(
      await screen.findByText('Copied. Put it under metadata.annotations.'),
    ).toBeInTheDocument();
    expect(copied).toEqual(['platform-product/review-target: P5D']);
    expect(screen.getByText('Edit the entry')).toHaveAttribute(
      'href',
      'https://example.com/edit',
    );
  });

  it('says where the annotation could not be copied', async () => {
    const asked = jest.spyOn(window, 'prompt').mockReturnValue(null);
    document.execCommand = () => false;
    const times = { ...noTimes, promise: { ...promise, guide } };
    await linesFor({ times, canEditEntry: true });
    await userEvent.click(screen.getByRole('button', { name: 'Copy' }));
    expect(
      await screen.findByText(
        'It could not be copied: the browser did not allow it.',
      ),
    ).toBeInTheDocument();
    expect(screen.queryByText(/^Copied/)).not.toBeInTheDocument();
    expect(asked).toHaveBeenCalledTimes(1);
    asked.mockRestore();
  });

  it('is not told before it is known', async () => {
    expect(Object.keys(await linesFor({}))).toEqual([
      'What is welcome',
      'Whom to ask',
    ]);
  });
});

describe('whom to ask', () => {
  it('is who can be asked, the channel and the owners', async () => {
    const items = [
      noor,
      { ...noor, userRef: 'user:default/jon', awayUntil: '2026-12-01' },
      { ...noor, userRef: 'user:default/kim', onRotation: false },
      { ...noor, userRef: 'user:default/lou', status: 'invited' as const },
      {
        ...noor,
        userRef: 'user:default/mia',
        agreed: { role: 'shadow' as const, paths: [] },
      },
      {
        ...noor,
        userRef: 'user:default/ned',
        agreed: { role: 'approver' as const, paths: [] },
      },
    ];
    const lines = await linesFor({
      roster: { ...emptyRoster, items },
      contributing: { support: 'https://chat.example.com/logs' },
      owners: ['group:default/logs-team', 'group:default/shop'],
    });
    expect(lines['Whom to ask']).toBe(
      'one of 2 available reviewers, through the finder belowthe support channelthe owners: logs-team, shop',
    );
    expect(screen.getByText('the support channel')).toHaveAttribute(
      'href',
      'https://chat.example.com/logs',
    );
  });

  it('counts one reviewer as one', async () => {
    const roster = { ...emptyRoster, items: [noor] };
    expect(await linesFor({ roster })).toMatchObject({
      'Whom to ask': 'the reviewer who is available, through the finder below',
    });
  });

  it('names no reviewers where there are none', async () => {
    const roster = { ...emptyRoster, items: [{ ...noor, onRotation: false }] };
    expect(await linesFor({ roster })).toMatchObject({ 'Whom to ask': '' });
  });
});
