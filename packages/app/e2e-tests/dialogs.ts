import { Locator, Page } from '@playwright/test';

/** A dialog, by the file that it is in, and the way to it in the demo. */
export interface DialogWalk {
  readonly file: string;
  /** Who may open it. */
  readonly who: string;
  /** Where, from the root of the app. */
  readonly path: string;
  /** What somebody else has to do before. */
  readonly prepare?: { readonly who: string; run(page: Page): Promise<void> };
  /** The button that opens it; what has to be done before is done. */
  readonly opener: (page: Page) => Promise<Locator> | Locator;
  /** What has the focus once it is closed, where that is not what opened it. */
  readonly after?: (page: Page) => Locator;
}

const service = (name: string, tab: string) =>
  `/catalog/default/component/${name}/${tab}`;
const button = (name: string | RegExp) => (page: Page) =>
  page.locator('article[role=region]').getByRole('button', { name }).first();
const openLevel = (level: RegExp, name: RegExp) => async (page: Page) => {
  await page.getByRole('button', { name: level }).click();
  return button(name)(page);
};

/** From an item of a menu, which is gone once it is chosen. */
const fromMenu = (menu: RegExp, item: string) => ({
  opener: async (page: Page) => {
    await button(menu)(page).click();
    return page.getByRole('menuitem', { name: item });
  },
  // The card that it is about.
  after: (page: Page) =>
    button(menu)(page).locator('xpath=ancestor::*[@role="row"]'),
});

/** One way to each dialog there is. */
export const dialogWalks: readonly DialogWalk[] = [
  {
    file: 'maturity/AttestDialog',
    who: 'Maya Lund',
    path: service('event-streaming', 'maturity'),
    opener: openLevel(/^Level 3 · /, /^Attest: A shipped/),
  },
  {
    file: 'maturity/RequestWaiverDialog',
    who: 'Maya Lund',
    path: service('event-streaming', 'maturity'),
    opener: openLevel(/^Level 3 · /, /^Ask for a waiver: A shipped/),
  },
  {
    file: 'maturity/WithdrawButton',
    who: 'Maya Lund',
    path: service('log-aggregation', 'maturity'),
    opener: openLevel(/^Level 1 · /, /^Withdraw: /),
  },
  {
    file: 'maturity/WhatIf',
    who: 'Maya Lund',
    path: service('log-aggregation', 'maturity'),
    opener: button('What if…'),
  },
  {
    file: 'maturity/DenyWaiverDialog',
    who: 'Ingrid Solberg',
    path: service('compliance', 'maturity'),
    opener: button(/^Deny: /),
  },
  {
    file: 'maturity/RevokeWaiverDialog',
    who: 'Ingrid Solberg',
    path: service('log-aggregation', 'maturity'),
    opener: openLevel(/^Level 2 · /, /^Take back: /),
  },
  {
    file: 'reviewers/AskReviewDialog',
    who: 'Carl Nyström',
    path: service('deployment', 'contribute'),
    opener: async page => {
      await button('Find')(page).click();
      return button(/^Ask /)(page);
    },
  },
  {
    file: 'reviewers/TermsDialog',
    who: 'Carl Nyström',
    path: service('monitoring', 'contribute'),
    opener: button('Offer to review'),
  },
  {
    file: 'reviewers/EndDialog',
    who: 'Maya Lund',
    path: service('log-aggregation', 'contribute'),
    opener: button(/^Remove: Tariq Aziz/),
  },
  {
    file: 'reviewers/InviteReviewerDialog',
    who: 'Maya Lund',
    path: service('log-aggregation', 'contribute'),
    opener: async page => {
      await button(/^People you could invite/)(page).click();
      return button(/^Invite: /)(page);
    },
  },
  {
    file: 'reviewers/AgreeDialog',
    who: 'Maya Lund',
    path: service('log-aggregation', 'contribute'),
    prepare: {
      who: 'Carl Nyström',
      async run(page) {
        const offer = button('Offer to review')(page);
        await button(/^(Offer to review|Withdraw: Carl)/)(page).waitFor();
        // Who has walked here before has offered already.
        if (!(await offer.isVisible())) return;
        await offer.click();
        await page
          .getByRole('dialog')
          .getByRole('button', { name: 'Offer' })
          .click();
        await page.getByRole('dialog').waitFor({ state: 'detached' });
      },
    },
    opener: button(/^Approve: Carl Nyström/),
  },
  {
    file: 'satisfaction/InviteDialog',
    who: 'Maya Lund',
    path: service('log-aggregation', 'satisfaction'),
    opener: button('Invite users to rate'),
  },
  {
    file: 'satisfaction/ScoresReplyDialog',
    who: 'Maya Lund',
    path: service('log-aggregation', 'satisfaction'),
    opener: button('Change'),
  },
  {
    file: 'satisfaction/FeedbackStatusDialog',
    who: 'Maya Lund',
    path: service('log-aggregation', 'satisfaction'),
    opener: button(/^Set status: /),
  },
  {
    file: 'satisfaction/FeedbackReplyDialog',
    who: 'Maya Lund',
    path: service('log-aggregation', 'satisfaction'),
    opener: button(/^Reply: /),
  },
  {
    file: 'satisfaction/AddResearchDialog',
    who: 'Maya Lund',
    path: service('log-aggregation', 'satisfaction'),
    opener: button('Add to the log'),
  },
  {
    file: 'satisfaction/ResearchEntry',
    who: 'Maya Lund',
    path: service('log-aggregation', 'satisfaction'),
    opener: button(/^Remove: /),
  },
  {
    file: 'satisfaction/GiveFeedbackDialog',
    who: 'Carl Nyström',
    path: service('monitoring', 'satisfaction'),
    opener: button('Give feedback'),
  },
  {
    file: 'satisfaction/RateDialog',
    who: 'Carl Nyström',
    path: '/platform-product/home',
    opener: button(/^Rate it: /),
  },
  {
    file: 'satisfaction/OwnAnswer',
    who: 'Noor Haddad',
    path: service('monitoring', 'satisfaction'),
    opener: async page => {
      const takeBack = button('Take it back')(page);
      await button(/^(Take it back|Save answer)$/)(page).waitFor();
      // Who has walked here before has answered already.
      if (await takeBack.isVisible()) return takeBack;
      const usability = page.getByRole('radiogroup', { name: 'Usability' });
      await usability.locator('label').first().click();
      await button('Save answer')(page).click();
      return takeBack;
    },
  },
  {
    file: 'updates/NoticeDialog',
    who: 'Maya Lund',
    path: service('log-aggregation', 'updates'),
    opener: button('Tell users'),
  },
  {
    file: 'updates/DiscardDraftDialog',
    who: 'Maya Lund',
    path: service('log-aggregation', 'updates'),
    opener: async page => {
      const discard = button(/^Throw away: /)(page);
      await button('Tell users')(page).waitFor();
      // Who has walked here before has drafted one already.
      if (!(await discard.isVisible())) {
        await button('Tell users')(page).click();
        await page.getByRole('button', { name: 'Save as a draft' }).click();
      }
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      return discard;
    },
  },
  {
    file: 'updates/FollowUpDialog',
    who: 'Maya Lund',
    path: service('log-aggregation', 'updates'),
    opener: button(/^Follow up: /),
  },
  {
    file: 'updates/NoticeAnswersDialog',
    who: 'Maya Lund',
    path: service('log-aggregation', 'updates'),
    opener: button(/^Who has answered: /),
  },
  {
    file: 'updates/PostDialog',
    who: 'Maya Lund',
    path: service('log-aggregation', 'updates'),
    opener: button('Write a post'),
  },
  {
    file: 'updates/RemovePostDialog',
    who: 'Maya Lund',
    path: service('log-aggregation', 'updates'),
    opener: button(/^Take down: /),
  },
  {
    file: 'updates/EventDialog',
    who: 'Maya Lund',
    path: service('log-aggregation', 'updates'),
    opener: button('Plan an event'),
  },
  {
    file: 'updates/OccurrenceDialog',
    who: 'Maya Lund',
    path: service('log-aggregation', 'updates'),
    opener: button(/^Move or cancel: /),
  },
  {
    file: 'updates/RemoveEventDialog',
    who: 'Maya Lund',
    path: service('log-aggregation', 'updates'),
    opener: button(/^Cancel the event: /),
  },
  {
    file: 'updates/AttendeesDialog',
    who: 'Maya Lund',
    path: service('log-aggregation', 'updates'),
    opener: async page => {
      const who = button(/^Who comes: /)(page);
      await button(/^Move or cancel: /)(page).waitFor();
      // Who has walked here before comes already.
      if (!(await who.isVisible())) await button(/^I’ll come: /)(page).click();
      return who;
    },
  },
  {
    file: 'updates/SubscribeDialog',
    who: 'Carl Nyström',
    path: service('log-aggregation', 'updates'),
    opener: button('Subscribe'),
  },
  {
    file: 'updates/RoadmapItemDialog',
    who: 'Maya Lund',
    path: service('log-aggregation', 'updates'),
    opener: button('Add to the roadmap'),
  },
  {
    file: 'updates/ShipDialog',
    who: 'Maya Lund',
    path: service('log-aggregation', 'updates'),
    ...fromMenu(/^Move to…: /, 'Ship…'),
  },
  {
    file: 'updates/RemoveRoadmapItemDialog',
    who: 'Maya Lund',
    path: service('log-aggregation', 'updates'),
    ...fromMenu(/^Move to…: /, 'Remove…'),
  },
];
