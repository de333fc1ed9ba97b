import { LevelChange } from '@platform-product/backstage-plugin-common';
import { fireEvent, screen, within } from '@testing-library/react';
import { fill } from '../__testUtils__/actions';
import { Answers, sent } from '../__testUtils__/answerWith';
import { letItBe } from '../__testUtils__/clock';
import { pageOf } from '../__testUtils__/portfolio';
import { params } from '../__testUtils__/renderExtension';
import { renderWithApi } from '../__testUtils__/renderWithApi';
import { HistorySection } from './HistorySection';

const change: LevelChange = {
  at: '2026-11-19T23:30:00.000Z',
  fromLevel: 1,
  toLevel: 2,
  levelWithoutWaivers: 2,
  measuredLevel: 2,
  reason: 'evidence',
  causes: [],
};

function renderHistory(answers: Answers, at?: string) {
  const onSeeDate = jest.fn();
  const call = renderWithApi(
    <HistorySection
      entityRef="component:default/logs"
      topLevel={3}
      version={0}
      at={at}
      onSeeDate={onSeeDate}
    />,
    answers,
  );
  return { call, onSeeDate };
}

const rows = async () =>
  (await screen.findAllByRole('row', { hidden: true }))
    .slice(1)
    .map(row =>
      [...row.querySelectorAll('td')].map(cell =>
        cell.querySelector('ul')
          ? [...cell.querySelectorAll('li')].map(item => item.textContent)
          : cell.textContent,
      ),
    );

const causeOf = (title: string, summary?: string) => ({
  criterionId: title.toLocaleLowerCase('en-US'),
  title,
  summary,
});

describe('the history of a level', () => {
  beforeEach(() =>
    letItBe('2026-11-20T12:00:00.000Z', { zone: 'Europe/Berlin' }),
  );

  it.each<[string, Partial<LevelChange>, string, string[]]>([
    [
      'a rise by evidence',
      { causes: [causeOf('Guide', 'found'), causeOf('Reviews')] },
      '1 → 2',
      ['Guide: found', 'Reviews'],
    ],
    [
      'a fall by what was measured after a word',
      {
        fromLevel: 2,
        toLevel: 1,
        causes: [
          {
            ...causeOf('Guide', 'says nothing'),
            from: 'attested',
            to: 'missing',
            result: 'fail',
          },
          {
            ...causeOf('Reviews', 'withdrawn'),
            from: 'attested',
            to: 'missing',
            result: 'unknown',
          },
        ],
      },
      '2 → 1',
      [
        'Guide: says nothing (measured; it was attested before)',
        'Reviews: withdrawn (that was true once; it has not been confirmed since)',
      ],
    ],
    [
      'a fall of which nothing is known',
      { fromLevel: 2, toLevel: 0 },
      '2 → 0',
      ['New evidence'],
    ],
    [
      'that it got safe again',
      { fromLevel: 2, toLevel: 2, causes: [causeOf('Guide')] },
      '2',
      ['Guide'],
    ],
    [
      'that it got at risk',
      {
        fromLevel: 2,
        toLevel: 2,
        atRisk: {
          until: '2026-12-03T00:00:00.000Z',
          fallsTo: 1,
          criteria: ['guide'],
        },
        causes: [causeOf('Guide', 'went stale')],
      },
      '2, at risk',
      ['Guide: went stale'],
    ],
    [
      'the first assessment',
      { fromLevel: 0, reason: 'first-assessment', causes: [causeOf('Guide')] },
      '0 → 2',
      ['First assessment', 'Guide'],
    ],
    [
      'another ladder',
      { reason: 'ladder', causes: [causeOf('Guide')] },
      '1 → 2',
      ['The criteria themselves were changed'],
    ],
  ])('tells of %s', async (_, more, move, causes) => {
    renderHistory({ getLevelHistory: pageOf([{ ...change, ...more }]) });
    expect(await rows()).toEqual([['Nov 20, 2026', move, causes]]);
    const when = screen.getByText('Nov 20, 2026').closest('time')!;
    expect(when).toHaveAttribute('datetime', change.at);
    expect(when.title.replace(/\s/g, ' ')).toBe('Nov 20, 2026, 12:30 AM');
  });

  it('is read to its end, and kept in its order', async () => {
    const older = { ...change, at: '2026-03-01T12:00:00.000Z', toLevel: 1 };
    const { call } = renderHistory({
      getLevelHistory: ({ query }) =>
        query?.cursor
          ? pageOf([older])
          : pageOf([change], { nextCursor: 'older' }),
    });
    expect((await rows()).map(([when]) => when)).toEqual([
      'Nov 20, 2026',
      'Mar 1, 2026',
    ]);
    expect(sent(call, 'getLevelHistory')).toEqual([
      { params, query: { limit: 200, cursor: undefined } },
      { params, query: { limit: 200, cursor: 'older' } },
    ]);
    expect(
      await screen.findByRole('img', {
        name: 'Level over time, with 2 changes',
      }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'All changes' }),
    ).toBeInTheDocument();
  });

  it('counts one change as one', async () => {
    renderHistory({ getLevelHistory: pageOf([change]) });
    expect(
      await screen.findByRole('img', {
        name: 'Level over time, with 1 change',
      }),
    ).toBeInTheDocument();
  });

  it('keeps its shape while it loads, and says that there is none', async () => {
    renderHistory({});
    const section = within(
      await screen.findByRole('region', { name: 'History' }),
    );
    expect(section.getByRole('status', { name: 'Loading' })).toBeVisible();
  });

  it('says that there is none yet', async () => {
    renderHistory({ getLevelHistory: pageOf([]) });
    expect(
      await screen.findByText('No level changes recorded yet.'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('img')).not.toBeInTheDocument();
  });

  it('says that it could not be loaded, and tries again', async () => {
    let isAway = true;
    renderHistory({
      getLevelHistory: () =>
        isAway ? new Error('The database is away') : pageOf([]),
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The maturity of this service could not be loaded.The database is away',
    );
    isAway = false;
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByText('No level changes recorded yet.'),
    ).toBeInTheDocument();
  });
});

describe('a date to see', () => {
  // Evening of the 20th in Los Angeles, of the 19th no more anywhere.
  const now = '2026-11-21T02:00:00.000Z';
  const first = { ...change, at: '2026-01-01T12:00:00.000Z' };

  it.each([
    ['America/Los_Angeles', '2026-11-19', ['2026-11-20T07:59:59.999Z']],
    ['America/Los_Angeles', '2026-11-20', []],
    ['America/Los_Angeles', '2027-01-01', []],
    ['Asia/Kolkata', '2026-11-20', ['2026-11-20T18:29:59.999Z']],
    ['Asia/Kolkata', '2026-11-21', []],
    ['Asia/Kolkata', '', [undefined]],
    // Half typed, and before the history begins.
    ['Asia/Kolkata', '0202-11-20', []],
    ['Asia/Kolkata', '2025-12-31', []],
  ])('in %s, picked as “%s”, is its end', async (zone, day, moments) => {
    letItBe(now, { zone });
    const { onSeeDate } = renderHistory(
      { getLevelHistory: pageOf([first]) },
      '2026-01-01T12:00:00.000Z',
    );
    const field = await screen.findByLabelText('See a date');
    fill(field, day);
    expect(onSeeDate.mock.calls.map(([moment]) => moment)).toEqual(moments);
  });

  it.each([
    ['America/Los_Angeles', '2026-11-19', '2026-11-19'],
    ['Asia/Kolkata', '2026-11-20', '2026-11-20'],
  ])('is shown in %s, up to yesterday', async (zone, shown, last) => {
    letItBe(now, { zone });
    renderHistory(
      { getLevelHistory: pageOf([first]) },
      '2026-11-20T07:59:59.999Z',
    );
    const field = await screen.findByLabelText('See a date');
    expect(field).toHaveValue(shown);
    expect(field).toHaveAttribute('max', last);
  });

  it('is none at first', async () => {
    renderHistory({ getLevelHistory: pageOf([first]) });
    expect(await screen.findByLabelText('See a date')).toHaveValue('');
  });

  it('is not asked for where there is no history', async () => {
    renderHistory({ getLevelHistory: pageOf([]) });
    expect(await screen.findByText(/No level changes/)).toBeInTheDocument();
    expect(screen.queryByLabelText('See a date')).not.toBeInTheDocument();
  });
});
