import { expect, test } from '@playwright/test';
import { pressWith, signIn, tabTo } from './helpers';

const service = (name: string, tab: string) =>
  `/catalog/default/component/${name}/${tab}`;

// Two more of the six jobs, rating and answering feedback, are walked by keyboard in
// satisfaction.test.ts and waiting.test.ts.

test('a reviewer is found and asked, accepts and is done, by keyboard', async ({
  page,
  browser,
}) => {
  await signIn(page, 'Carl Nyström', service('deployment', 'contribute'));
  const finder = page.getByRole('region', { name: 'Who should review?' });
  const ask = finder.getByRole('button', { name: 'Ask Noor Haddad' });
  // The first sync of the review history may still be under way.
  await expect(async () => {
    const paths = finder.getByLabel('Changed paths');
    await paths.focus();
    await paths.fill('');
    await page.keyboard.type('charts/hpa.yaml');
    await page.keyboard.press('Enter');
    await expect(ask).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 60_000 });
  await expect(
    finder.getByRole('group', { name: 'Who can review it' }),
  ).toBeFocused();
  await pressWith(page, ask, 'Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await pressWith(page, dialog.getByText('Ask', { exact: true }), 'Enter');
  const takeBack = finder.getByRole('button', { name: /^Take back/ });
  await expect(takeBack).toBeVisible();
  await expect(page.locator(':focus').getByRole('button')).toHaveText(
    'Take back',
  );

  const reviewer = await (await browser.newContext()).newPage();
  await signIn(reviewer, 'Noor Haddad', '/platform-product/home');
  const accept = reviewer.getByRole('button', { name: /^Accept.*hpa\.yaml/ });
  await expect(accept).toBeVisible();
  await pressWith(reviewer, accept, 'Enter');
  await expect(accept).toHaveCount(0);
  await reviewer.goto('/platform-product/reviews');
  const done = reviewer.getByRole('button', {
    name: /^Mark as done.*hpa\.yaml/,
  });
  await expect(done).toBeVisible();
  await pressWith(reviewer, done, 'Enter');
  await expect(done).toHaveCount(0);
});

test('a criterion is attested, and the word taken back, by keyboard', async ({
  page,
}) => {
  await signIn(page, 'Maya Lund', service('event-streaming', 'maturity'));
  const traced = 'A shipped roadmap item traces back to a user’s feedback';
  await page.getByRole('button', { name: /^Level 3 · / }).waitFor();
  await pressWith(page, page.getByText(/^Level 3 · /), 'Enter');
  const attest = page.getByRole('button', { name: `Attest: ${traced}` });
  await pressWith(page, attest, 'Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('What holds')).toBeFocused();
  await page.keyboard.type('Version two goes back to three teams.');
  await tabTo(page, dialog.getByText('Attest', { exact: true }));
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  const withdraw = page.getByRole('button', { name: `Withdraw: ${traced}` });
  await expect(withdraw).toBeVisible();
  await pressWith(page, withdraw, 'Enter');
  await pressWith(page, dialog.getByText('Withdraw', { exact: true }), 'Enter');
  await expect(withdraw).toHaveCount(0);
  // Not at the top of the page again.
  await expect(page.locator('article :focus')).toHaveCount(1);
});

test('a steward decides on a waiver and undoes it, by keyboard', async ({
  page,
}) => {
  await signIn(page, 'Ingrid Solberg', '/platform-product/home');
  const waiting = page.getByRole('region', { name: /^Waiting for you/ });
  const row = waiting.getByRole('listitem').filter({ hasText: 'Compliance' });
  await expect(row).toBeVisible();
  await pressWith(page, row.getByRole('button', { name: /^Approve/ }), 'Enter');
  const undo = row.getByRole('button', { name: /^Undo/ });
  await expect(undo).toBeVisible();
  await pressWith(page, undo, 'Enter');
  await expect(row.getByRole('button', { name: /^Deny/ })).toBeVisible();
});
