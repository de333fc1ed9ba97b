import { useState } from 'react';
import { MyAnswer } from '@platform-product/backstage-plugin-common';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { buttonsIn, fill, pressTwice } from '../__testUtils__/actions';
import { Answers, done, sent, writes } from '../__testUtils__/answerWith';
import { params } from '../__testUtils__/renderExtension';
import { renderWithApi } from '../__testUtils__/renderWithApi';
import { round } from '../__testUtils__/satisfaction';
import { RateDialog } from './RateDialog';
import { RateSection } from './RateSection';

const answered: MyAnswer = {
  round,
  contact: 'seen',
  answer: {
    ratings: { usability: 2, cost: 'cant-say', latency: 5 },
    comment: 'Needs a manual',
  },
};
const seen: MyAnswer = { round, contact: 'seen' };

const renderSection = (mine: MyAnswer, answers: Answers = {}) =>
  renderWithApi(<RateSection entityRef="component:default/logs" />, {
    getMyAnswer: mine,
    noteInvitation: done,
    ...answers,
  });

const form = () => screen.findByRole('form', { name: 'How is it for you?' });
const own = () => screen.findByRole('region', { name: 'Your answer' });
const comment = () => screen.getByLabelText(/^A comment/);
const group = (feature: string) =>
  screen
    .getAllByRole('radiogroup')
    .find(({ parentElement }) =>
      parentElement!.textContent!.startsWith(feature),
    )!;
const choose = (feature: string, name: string) =>
  fireEvent.click(within(group(feature)).getByLabelText(name));
const save = () => screen.getByText('Save answer').closest('button')!;

/** As browsers show the focus to whoever uses the keyboard; jsdom never does. */
function seeFocusAlways() {
  const { matches } = Element.prototype;
  jest
    .spyOn(Element.prototype, 'matches')
    .mockImplementation(function isMatching(this: Element, selector) {
      return selector === ':focus-visible'
        ? this === document.activeElement
        : matches.call(this, selector);
    });
}

describe('one’s own rating', () => {
  afterEach(() => jest.restoreAllMocks());

  it('keeps its shape while it loads', async () => {
    renderSection(seen, { getMyAnswer: undefined });
    expect(
      await screen.findByRole('status', { name: 'Loading' }),
    ).toBeInTheDocument();
  });

  it('says what failed and what works, and tries again', async () => {
    let isAway = true;
    renderSection(seen, {
      getMyAnswer: () => (isAway ? new Error('The database is away') : seen),
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Your answer could not be loaded.The database is away',
    );
    isAway = false;
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await form()).toBeInTheDocument();
  });

  it('is not asked for between rounds', async () => {
    const call = renderSection({});
    expect(
      await screen.findByText(
        'No round of ratings is open at the moment. The next one asks you five questions.',
      ),
    ).toBeInTheDocument();
    expect(writes(call)).toEqual([]);
  });

  it('is promised who sees it before it is asked for', async () => {
    renderSection({
      ...seen,
      round: { ...round, k: 7, commentThreshold: 12 },
    });
    expect((await screen.findByText(/^Until /)).textContent).toBe(
      'Until Dec 31, 2026. Confidential: only you can see your own answer. The team and everyone else see totals once 7 people have answered, and comments, without names, once 12 have. After the round nobody can tell who said what.',
    );
    expect(
      screen.getByText(
        'Shown without your name, once 12 people have answered. Leave out anything that would identify you.',
      ),
    ).toBeInTheDocument();
  });

  it('is asked on five features, with what the ends mean', async () => {
    renderSection(seen);
    await form();
    const groups = screen.getAllByRole('radiogroup');
    expect(
      groups.map(part => [
        part.parentElement!.textContent,
        ...within(part)
          .getAllByRole('radio')
          .map(
            radio =>
              radio.getAttribute('aria-label') ??
              radio.closest('label')!.textContent,
          ),
      ]),
    ).toEqual([
      [
        'LeverageDoes it save you work that you would otherwise do?It costs more than it saves12345It saves a lotcan’t say',
        '1, It costs more than it saves',
        '2',
        '3',
        '4',
        '5, It saves a lot',
        'can’t say',
      ],
      [
        'UsabilityCan you use it without asking anybody?I need help with it12345I just use itcan’t say',
        '1, I need help with it',
        '2',
        '3',
        '4',
        '5, I just use it',
        'can’t say',
      ],
      [
        'ReliabilityDoes it work when you need it?Often it does not12345It always doescan’t say',
        '1, Often it does not',
        '2',
        '3',
        '4',
        '5, It always does',
        'can’t say',
      ],
      [
        'CostIs it worth what it costs your team?Far too expensive12345Well worth itcan’t say',
        '1, Far too expensive',
        '2',
        '3',
        '4',
        '5, Well worth it',
        'can’t say',
      ],
      [
        'LatencyIs it fast enough for what you do?It holds me up12345I never waitcan’t say',
        '1, It holds me up',
        '2',
        '3',
        '4',
        '5, I never wait',
        'can’t say',
      ],
    ]);
  });

  it('is saved once with what was chosen, and shown', async () => {
    const call = renderSection(seen, { putMyAnswer: done });
    await form();
    expect(save()).toBeDisabled();
    fireEvent.submit(await form());
    choose('Usability', '4');
    choose('Usability', '2');
    choose('Cost', 'can’t say');
    choose('Latency', '5, I never wait');
    expect(
      within(group('Latency')).getByLabelText('5, I never wait'),
    ).toBeChecked();
    expect(screen.queryByText(/^List it as feedback/)).not.toBeInTheDocument();
    fill(comment(), ' Needs a manual ');
    expect(
      screen.getByLabelText(
        'List it as feedback, without my name: others can vote for it, and the team answers it',
      ),
    ).not.toBeChecked();
    pressTwice(save());
    expect(
      await screen.findByText('Saved. You can change it until the round ends.'),
    ).toBeInTheDocument();
    expect(writes(call)).toEqual([
      [
        'putMyAnswer',
        {
          params,
          body: {
            ratings: { usability: 2, cost: 'cant-say', latency: 5 },
            comment: 'Needs a manual',
            asFeedback: undefined,
          },
        },
      ],
    ]);
    const part = await own();
    const ratings = Object.fromEntries(
      [...part.querySelectorAll('dt')].map(name => [
        name.textContent,
        name.nextElementSibling!.textContent,
      ]),
    );
    expect(ratings).toEqual({
      Leverage: 'left out',
      Usability: '2 / 5',
      Reliability: 'left out',
      Cost: 'can’t say',
      Latency: '5 / 5',
    });
    expect(part).toHaveTextContent('“Needs a manual”');
    expect(part).not.toHaveTextContent(/It will be listed/);
    expect(buttonsIn(part)).toEqual(['Change', 'Take it back']);
    await waitFor(() =>
      expect(screen.getByText('Change').closest('button')).toHaveFocus(),
    );
  });

  it('can be saved, changed and saved again with the keyboard alone', async () => {
    seeFocusAlways();
    renderSection(seen, { putMyAnswer: done });
    await form();
    choose('Usability', '2');
    for (const again of [false, true]) {
      fireEvent.submit(await form());
      await own();
      const change = screen.getByText('Change').closest('button')!;
      await waitFor(() => expect(change).toHaveFocus());
      if (again) return;
      fireEvent.click(change);
      await form();
      const first = within(group('Leverage')).getAllByRole('radio')[0];
      await waitFor(() => expect(first).toHaveFocus());
    }
  });

  it.each([
    ['a comment', ' Keep logs ', 'Keep logs', true],
    ['no comment', '  ', undefined, undefined],
  ])('is listed as feedback with %s', async (_, typed, text, asFeedback) => {
    const call = renderSection(seen, { putMyAnswer: done });
    await form();
    choose('Usability', '2');
    fill(comment(), 'Anything');
    fireEvent.click(screen.getByLabelText(/^List it as feedback/));
    fill(comment(), typed);
    fireEvent.click(save());
    await waitFor(() => expect(writes(call)).toHaveLength(1));
    expect(writes(call)[0][1].body).toEqual({
      ratings: { usability: 2 },
      comment: text,
      asFeedback,
    });
  });

  it('says that it will be listed, and when', async () => {
    renderSection({
      ...answered,
      answer: { ...answered.answer!, asFeedback: true },
    });
    expect(await own()).toHaveTextContent(
      'It will be listed as feedback, without your name, once 10 people have answered.',
    );
  });

  it('goes on from what it was when it is changed, and can be left', async () => {
    const call = renderSection(
      { ...answered, answer: { ...answered.answer!, asFeedback: true } },
      { putMyAnswer: done },
    );
    await own();
    expect(writes(call)).toEqual([]);
    fireEvent.click(screen.getByText('Change'));
    const part = await form();
    expect(part).toContainElement(document.activeElement as HTMLElement);
    expect(buttonsIn(part)).toEqual(['Save answer', 'Cancel']);
    expect(comment()).toHaveValue('Needs a manual');
    expect(within(group('Usability')).getByLabelText('2')).toBeChecked();
    expect(screen.getByLabelText(/^List it as feedback/)).toBeChecked();
    fireEvent.click(screen.getByText('Cancel'));
    expect(await own()).toBeInTheDocument();
    fireEvent.click(screen.getByText('Change'));
    choose('Reliability', '3');
    fireEvent.click(save());
    await waitFor(() => expect(writes(call)).toHaveLength(1));
    expect(writes(call)[0][1].body).toEqual({
      ratings: {
        usability: 2,
        reliability: 3,
        cost: 'cant-say',
        latency: 5,
      },
      comment: 'Needs a manual',
      asFeedback: true,
    });
  });

  it('is saved once for two times Enter', async () => {
    const call = renderSection(seen);
    await form();
    choose('Usability', '2');
    fireEvent.submit(await form());
    fireEvent.submit(await form());
    expect(writes(call)).toHaveLength(1);
  });

  it('loses nothing when it fails', async () => {
    renderSection(seen, { putMyAnswer: new Error('The round is over') });
    await form();
    choose('Usability', '2');
    fill(comment(), 'Needs a manual');
    fireEvent.click(save());
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The round is over',
    );
    expect(within(group('Usability')).getByLabelText('2')).toBeChecked();
    expect(comment()).toHaveValue('Needs a manual');
  });

  it('is taken back once, after it was said what is lost', async () => {
    const call = renderSection(answered, { withdrawMyAnswer: done });
    await own();
    fireEvent.click(screen.getByText('Take it back'));
    const dialog = within(
      await screen.findByRole('dialog', { name: 'Take your answer back?' }),
    );
    expect(
      dialog.getByText(
        /^Your ratings and your comment are deleted\. Where scores were published with it already, they keep counting it/,
      ),
    ).toBeInTheDocument();
    expect(writes(call)).toEqual([]);
    pressTwice(dialog.getByRole('button', { name: 'Take it back' }));
    expect(await form()).toBeInTheDocument();
    expect(await screen.findByText('Taken back.')).toBeInTheDocument();
    expect(writes(call)).toEqual([['withdrawMyAnswer', { params }]]);
  });
});

describe('an answer that was begun', () => {
  function Tabs() {
    const [isOther, setOther] = useState(false);
    return (
      <>
        <button type="button" onClick={() => setOther(!isOther)}>
          Other tab
        </button>
        {!isOther && <RateSection entityRef="component:default/logs" />}
      </>
    );
  }
  const switchTab = () => fireEvent.click(screen.getByText('Other tab'));
  const renderTabs = (mine: Answers['getMyAnswer']) =>
    renderWithApi(<Tabs />, {
      getMyAnswer: mine,
      noteInvitation: done,
      putMyAnswer: done,
    });

  it('is still there after a look at another tab', async () => {
    renderTabs(seen);
    await form();
    choose('Usability', '2');
    fill(comment(), 'Half a sent');
    switchTab();
    expect(screen.queryByRole('form')).not.toBeInTheDocument();
    switchTab();
    await form();
    expect(comment()).toHaveValue('Half a sent');
    expect(within(group('Usability')).getByLabelText('2')).toBeChecked();
  });

  it('is gone once it was saved', async () => {
    renderTabs(seen);
    await form();
    choose('Usability', '2');
    fireEvent.click(save());
    await own();
    switchTab();
    switchTab();
    await form();
    expect(within(group('Usability')).getByLabelText('2')).not.toBeChecked();
  });

  it('gives way to an answer that was saved elsewhere meanwhile', async () => {
    let mine = answered;
    renderTabs(() => mine);
    await own();
    fireEvent.click(screen.getByText('Change'));
    await form();
    fill(comment(), 'Half a sent');
    switchTab();
    mine = {
      ...answered,
      answer: { ratings: { usability: 4 }, comment: 'Newer' },
    };
    switchTab();
    await own();
    fireEvent.click(screen.getByText('Change'));
    await form();
    expect(comment()).toHaveValue('Newer');
    expect(within(group('Usability')).getByLabelText('4')).toBeChecked();
  });

  it('stays where the answer is the same in another order', async () => {
    let mine = seen;
    renderTabs(() => mine);
    await form();
    choose('Usability', '2');
    choose('Leverage', '3');
    fireEvent.click(save());
    await own();
    fireEvent.click(screen.getByText('Change'));
    await form();
    fill(comment(), 'Half a sent');
    switchTab();
    mine = { ...seen, answer: { ratings: { leverage: 3, usability: 2 } } };
    switchTab();
    await own();
    fireEvent.click(screen.getByText('Change'));
    await form();
    expect(comment()).toHaveValue('Half a sent');
  });

  it('is gone once it was given up', async () => {
    renderTabs(answered);
    const change = async () => {
      await own();
      fireEvent.click(screen.getByText('Change'));
      await form();
    };
    await change();
    fill(comment(), 'Something else');
    fireEvent.click(screen.getByText('Cancel'));
    await change();
    expect(comment()).toHaveValue('Needs a manual');
  });
});

describe('that a rating is wanted', () => {
  const noted = ['noteInvitation', { params, body: { outcome: 'seen' } }];

  it.each<[string, MyAnswer, unknown[]]>([
    ['is news', { round }, [noted]],
    ['was seen', seen, []],
    ['was said by the team', { round, contact: 'invited' }, []],
    ['was declined', { round, contact: 'declined' }, []],
    ['was answered', { ...answered, contact: undefined }, []],
    ['is not the case', {}, []],
  ])('is noted once where it %s', async (_, mine, calls) => {
    const call = renderSection(mine);
    await screen.findByRole('region', {
      name: /How is it for you|Your answer/,
    });
    expect(writes(call)).toEqual(calls);
  });

  it('is not told about when it can’t be noted', async () => {
    renderSection({ round }, { noteInvitation: new Error('Nobody may') });
    await form();
    expect(screen.queryByText('Nobody may')).not.toBeInTheDocument();
  });

  it('can be declined once, and thought better of', async () => {
    const call = renderSection(seen);
    const part = await form();
    expect(buttonsIn(part)).toEqual(['Not this time']);
    pressTwice(screen.getByText('Not this time'));
    expect(
      await screen.findByText(
        'Noted. You will not be asked again in this round.',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText('You chose not to rate it in this round.'),
    ).toBeInTheDocument();
    expect(writes(call)).toEqual([
      ['noteInvitation', { params, body: { outcome: 'declined' } }],
    ]);
    fireEvent.click(screen.getByText('Rate it after all'));
    expect(await form()).toContainElement(
      document.activeElement as HTMLElement,
    );
    // Neither to decline it again, nor anything to go back to.
    expect(buttonsIn(await form())).toEqual([]);
  });

  it('says why it could not be declined', async () => {
    renderSection(seen, {
      noteInvitation: new Error('The database is away'),
    });
    await form();
    fireEvent.click(screen.getByText('Not this time'));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database is away',
    );
  });
});

describe('rating in a dialog', () => {
  function renderDialog(answers: Answers, asFeedback?: boolean) {
    const events: string[] = [];
    const call = renderWithApi(
      <RateDialog
        entityRef="component:default/logs"
        title="Logs"
        asFeedback={asFeedback}
        onClose={() => events.push('closed')}
        onDone={() => events.push('done')}
      />,
      answers,
    );
    return { call, events };
  }

  it('is named, and done when it is saved', async () => {
    const { call, events } = renderDialog({
      getMyAnswer: seen,
      putMyAnswer: done,
    });
    await screen.findByRole('dialog', { name: 'How is Logs for you?' });
    await form();
    expect(sent(call, 'getMyAnswer')).toEqual([{ params }]);
    choose('Usability', '2');
    fireEvent.click(save());
    await waitFor(() => expect(events).toEqual(['closed', 'done']));
  });

  it('says what failed, and tries again', async () => {
    let isAway = true;
    renderDialog({
      getMyAnswer: () => (isAway ? new Error('The database is away') : seen),
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Your answer could not be loaded.The database is away',
    );
    isAway = false;
    fireEvent.click(screen.getByText('Try again'));
    expect(await form()).toBeInTheDocument();
  });

  it('is left by its button and by Escape', async () => {
    const { call, events } = renderDialog({ getMyAnswer: seen });
    await form();
    fireEvent.click(screen.getByText('Close'));
    fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' });
    expect(events).toEqual(['closed', 'closed']);
    expect(writes(call)).toEqual([]);
  });

  it('is about the comment where it is to be feedback, and says what is missing', async () => {
    const { call } = renderDialog(
      { getMyAnswer: seen, putMyAnswer: done },
      true,
    );
    await form();
    expect(comment()).toHaveFocus();
    expect(screen.getByLabelText(/^List it as feedback/)).toBeChecked();
    expect(
      screen.getByText('Answer at least one of the questions.'),
    ).toBeInTheDocument();
    expect(screen.queryByText('Not this time')).not.toBeInTheDocument();
    fill(comment(), 'Keep logs');
    choose('Usability', '2');
    expect(
      screen.queryByText('Answer at least one of the questions.'),
    ).not.toBeInTheDocument();
    fireEvent.click(save());
    await waitFor(() => expect(writes(call)).toHaveLength(1));
    expect(writes(call)[0][1].body).toEqual({
      ratings: { usability: 2 },
      comment: 'Keep logs',
      asFeedback: true,
    });
  });

  it('goes on from an earlier answer there, too', async () => {
    renderDialog({ getMyAnswer: answered }, true);
    await form();
    expect(comment()).toHaveValue('Needs a manual');
    expect(within(group('Usability')).getByLabelText('2')).toBeChecked();
  });
});
