import { fireEvent, screen, waitFor } from '@testing-library/react';
import { Answers, sent, writes } from '../__testUtils__/answerWith';
import { letItBe } from '../__testUtils__/clock';
import { renderExtension } from '../__testUtils__/renderExtension';
import {
  concerning,
  listOf,
  missingLogs,
  unanswered,
} from '../__testUtils__/updates';

beforeEach(() => {
  letItBe('2026-11-20T12:00:00.000Z');
  window.localStorage.clear();
});

const renderBanner = (answers: Answers) =>
  renderExtension({
    id: 'entity-card:platform-product/notices',
    answers,
  });

const name = 'Notices on what it depends on';
const banner = () => screen.findByRole('region', { name });

describe('the banner on what depends on a service', () => {
  it('is not there where nothing is wrong', async () => {
    const call = renderBanner({ listConcerningNotices: listOf() });
    await waitFor(() =>
      expect(sent(call, 'listConcerningNotices')).toEqual([
        { params: {}, query: { entityRef: 'component:default/logs' } },
      ]),
    );
    expect(screen.queryByRole('region', { name })).not.toBeInTheDocument();
  });

  it('names the way, the window, what to do, and when there is news', async () => {
    renderBanner({ listConcerningNotices: listOf(concerning) });
    const part = await banner();
    for (const text of [
      'Log search: Logs of a night are missing',
      'It uses Log search by this way: till → shop → logs',
      'Nov 20, 2026, 2:10 AM–4:40 AM UTC',
      'It was the disk.',
      'Do not bill by the logs of that night.',
      'Next update in 40 minutes',
    ]) {
      expect(part).toHaveTextContent(text);
    }
  });

  it('says so where the service is used directly', async () => {
    renderBanner({
      listConcerningNotices: listOf({
        ...concerning,
        isDirect: true,
        concerned: {
          ...unanswered,
          path: ['component:default/logs', 'component:default/till'],
        },
      }),
    });
    expect(await banner()).toHaveTextContent('It uses Log search directly.');
  });

  it.each([
    ['Seen', 'seen'],
    ['Not affected', 'not-affected'],
    ['Affected', 'affected'],
    ['Affected, repaired', 'repaired'],
  ])('takes the answer %s of an owner', async (button, answer) => {
    const call = renderBanner({
      listConcerningNotices: listOf(concerning),
      answerNotice: { items: [unanswered] },
    });
    fireEvent.click(
      await screen.findByRole('button', {
        name: `${button}: till, Logs of a night are missing`,
      }),
    );
    await waitFor(() =>
      expect(sent(call, 'listConcerningNotices')).toHaveLength(2),
    );
    expect(writes(call)).toEqual([
      [
        'answerNotice',
        {
          params: { id: missingLogs.id },
          body: { entityRefs: ['component:default/till'], answer },
        },
      ],
    ]);
  });

  it('tells others what was answered, and asks them nothing', async () => {
    renderBanner({
      listConcerningNotices: listOf({
        ...concerning,
        canAnswer: false,
        concerned: {
          ...unanswered,
          answer: 'not-affected' as const,
          at: '2026-11-20T11:50:00.000Z',
        },
      }),
    });
    expect(await banner()).toHaveTextContent('Not affected · 10 minutes ago');
    expect(
      screen.queryByRole('button', { name: /^Affected/ }),
    ).not.toBeInTheDocument();
  });

  it('is hidden until there is news', async () => {
    let version = 2;
    renderBanner({
      listConcerningNotices: () =>
        listOf({ ...concerning, notice: { ...concerning.notice, version } }),
    });
    fireEvent.click(await screen.findByRole('button', { name: /^Hide until/ }));
    await waitFor(() =>
      expect(screen.queryByRole('region', { name })).not.toBeInTheDocument(),
    );
    version = 3;
    fireEvent.click(screen.getByText('Go to Shop'));
    expect(await banner()).toBeInTheDocument();
  });

  it('stays where an answer can’t be saved, and says why', async () => {
    renderBanner({
      listConcerningNotices: listOf(concerning),
      answerNotice: new Error('The notice is over'),
    });
    fireEvent.click(await screen.findByRole('button', { name: /^Seen/ }));
    expect(await screen.findByText('The notice is over')).toBeInTheDocument();
    expect(await banner()).toBeInTheDocument();
  });
});
