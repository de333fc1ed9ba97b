import {
  ReviewTimes,
  WaitSummary,
} from '@platform-product/backstage-plugin-common';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { buttonsIn, pressTwice } from '../__testUtils__/actions';
import { Answers, done, writes } from '../__testUtils__/answerWith';
import { letItBe } from '../__testUtils__/clock';
import { params } from '../__testUtils__/renderExtension';
import { renderWithApi } from '../__testUtils__/renderWithApi';
import { noTimes } from '../__testUtils__/reviewers';
import { ReviewTimesSection } from './ReviewTimesSection';

const waits: WaitSummary = {
  total: 41,
  inTime: 34,
  overdue: 1,
  share: 0.824,
  low: 0.68,
  high: 0.91,
  p50: 5,
  p75: 7.5,
  p90: 24,
};

const overdue: ReviewTimes['overdue'][number] = {
  changeId: '7',
  title: 'Longer timeouts',
  url: 'https://github.com/o/r/pull/7',
  since: '2026-11-18T12:00:00.000Z',
  waitingHours: 16,
  turnOf: 'user:default/noor',
};

function renderTimes(
  times: Partial<ReviewTimes> = {},
  options: { canNudge?: boolean; answers?: Answers } = {},
) {
  const onChanged = jest.fn();
  const call = renderWithApi(
    <ReviewTimesSection
      times={{ ...noTimes, ...times }}
      entityRef="component:default/logs"
      canNudge={options.canNudge ?? true}
      onChanged={onChanged}
    />,
    options.answers ?? {},
  );
  return { call, onChanged };
}

const section = () =>
  screen.findByRole('region', { name: 'Time to first review' });

beforeEach(() => letItBe('2026-11-20T12:00:00.000Z'));

describe('how long reviews take', () => {
  it('is told against the promise, with interval and quantiles', async () => {
    renderTimes({
      promise: { duration: 'PT16H', hours: 16, source: 'annotation' },
      waiting: waits,
      response: {
        ...waits,
        total: 3,
        share: 1,
        low: 0.44,
        high: 1,
        p90: undefined,
      },
    });
    const part = await section();
    expect(part).toHaveTextContent(
      'Contributors waited: 82% of 41 within 16 hours (between 68% and 91% with 95% confidence)half within 5 hours, 75% within 7.5 hours, 90% within 3 days',
    );
    expect(part).toHaveTextContent(
      'Reviewers answered: 100% of 3 within 16 hours (between 44% and 100% with 95% confidence)half within 5 hours, 75% within 7.5 hours',
    );
    expect(part).toHaveTextContent(
      'In business hours of the reviewer’s calendar. Drafts and bots do not count; never shown per person.',
    );
  });

  it('leaves out whom nobody has asked', async () => {
    renderTimes({ waiting: waits });
    const part = await section();
    expect(part).toHaveTextContent(/Contributors waited/);
    expect(part).not.toHaveTextContent(/Reviewers answered/);
  });

  it.each([
    [
      undefined,
      'No review times yet. They come from the review history, once an admin installs the module for your forge.',
    ],
    ['github', 'No reviews recorded in the last 180 days.'],
  ])('is not known yet, from %s', async (source, text) => {
    renderTimes({ source });
    expect((await section()).textContent).toBe(`Time to first review${text}`);
  });

  it('lists months in numbers, the newest first', async () => {
    renderTimes({
      waiting: waits,
      months: [
        { ...waits, month: '2026-10', total: 4 },
        { month: '2026-11', total: 0, inTime: 0, overdue: 0 },
      ],
    });
    const part = await section();
    fireEvent.click(screen.getByText('The same in numbers'));
    const [head, ...rows] = within(part)
      .getAllByRole('row')
      .map(row => [...row.children].map(({ textContent }) => textContent));
    expect(head).toEqual([
      'Month',
      'Reviews',
      'In time',
      'half within',
      '75% within',
      '90% within',
    ]);
    expect(rows).toEqual([
      ['2026-11', '0', '–', '–', '–', '–'],
      ['2026-10', '4', '82%', '5h', '7.5h', '3d'],
    ]);
    expect(
      await screen.findByRole('img', {
        name: 'Median and third quartile of the waiting time by month, in business hours, against the promise of 8 hours',
      }),
    ).toBeInTheDocument();
  });

  it('is not drawn for one month alone', async () => {
    renderTimes({ waiting: waits, months: [{ ...waits, month: '2026-10' }] });
    await section();
    // It would come a moment later.
    await new Promise(resolve => setTimeout(resolve));
    expect(screen.queryByRole('img')).not.toBeInTheDocument();
  });
});

describe('what is overdue', () => {
  it('is nothing, which is said', async () => {
    renderTimes({ waiting: waits });
    expect(await section()).toHaveTextContent('Nothing is overdue.');
  });

  it('is shown with whose turn it is, where nothing was reviewed yet, too', async () => {
    renderTimes({
      overdue: [
        overdue,
        {
          ...overdue,
          changeId: '8',
          title: undefined,
          url: undefined,
          turnOf: undefined,
          waitingHours: 40,
        },
      ],
    });
    const part = await section();
    expect(part).toHaveTextContent('2 overdue');
    const items = within(part).getAllByRole('listitem');
    expect(items.map(({ textContent }) => textContent)).toEqual([
      'Longer timeoutswaits for 16 hours · turn of noorNudge',
      'Change 8waits for 5 days · nobody was asked yet',
    ]);
    expect(screen.getByText('Longer timeouts')).toHaveAttribute(
      'href',
      'https://github.com/o/r/pull/7',
    );
  });

  it('does not say that nobody was asked where somebody was', async () => {
    renderTimes({
      overdue: [{ ...overdue, turnOf: undefined, isAsked: true }],
    });
    const [item] = within(await section()).getAllByRole('listitem');
    expect(item.textContent).toBe('Longer timeoutswaits for 16 hours');
  });

  it('counts all, and shows five', async () => {
    renderTimes({
      overdue: [1, 2, 3, 4, 5, 6].map(id => ({
        ...overdue,
        changeId: `${id}`,
        title: `Change ${id}`,
      })),
    });
    const part = await section();
    expect(part).toHaveTextContent('6 overdue');
    const items = within(part).getAllByRole('listitem');
    expect(items).toHaveLength(5);
    expect(items[0]).toHaveTextContent('Change 1');
  });

  it('can be nudged by those who may ask for reviews', async () => {
    renderTimes({ overdue: [overdue] }, { canNudge: false });
    const part = await section();
    expect(part).toHaveTextContent('1 overdue');
    expect(buttonsIn(part)).toEqual(['The same in numbers']);
  });

  it('is nudged once, and looked at again', async () => {
    const { call, onChanged } = renderTimes(
      { overdue: [overdue] },
      { answers: { nudgeReviewer: done } },
    );
    pressTwice(await screen.findByRole('button', { name: /^Nudge: / }));
    expect(
      await screen.findByText(
        'Reminder sent. You can send the next one in a day.',
      ),
    ).toBeInTheDocument();
    expect(writes(call)).toEqual([
      ['nudgeReviewer', { params: { ...params, changeId: '7' } }],
    ]);
    expect(onChanged).toHaveBeenCalledTimes(1);
  });

  it('says why nobody could be nudged', async () => {
    const { onChanged } = renderTimes(
      { overdue: [overdue] },
      { answers: { nudgeReviewer: new Error('Noor is away') } },
    );
    fireEvent.click(await screen.findByRole('button', { name: /^Nudge: / }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Noor is away');
    await waitFor(() =>
      expect(screen.getByRole('button', { name: /^Nudge: / })).toBeEnabled(),
    );
    expect(onChanged).not.toHaveBeenCalled();
  });

  it.each([
    ['2026-11-19T12:00:00.001Z', 'nudged 23 hours ago'],
    ['2026-11-20T11:57:00.000Z', 'nudged 3 minutes ago'],
    ['2026-11-19T12:00:00.000Z', undefined],
  ])('is left alone for a day after %s', async (nudgedAt, text) => {
    renderTimes({ overdue: [{ ...overdue, nudgedAt }] });
    const part = await section();
    expect(buttonsIn(part).some(name => name.startsWith('Nudge: '))).toBe(
      !text,
    );
    expect(screen.queryByText(/^nudged/)?.textContent).toBe(text);
  });
});
