import { expect, Page, test } from '@playwright/test';
import { expectAccessible, pressWith, signIn, tabTo } from './helpers';

const suite = '/catalog/default/component/platform-product/maturity';
const logs = '/catalog/default/component/log-aggregation/satisfaction';
const reason = 'The time tracking moves to another tool this month.';
const wish = 'Copy a saved search to another team';

const waiting = (page: Page) =>
  page.getByRole('region', { name: /^Waiting for you/ });
const inNavigation = (page: Page, text: RegExp) =>
  page.getByRole('navigation').getByRole('img', { name: text });

/** The list of what waits, in two clicks from anywhere. */
async function openForYou(page: Page) {
  await page.getByRole('link', { name: /Platforms$/ }).click();
  await page.getByRole('tab', { name: 'For you' }).click();
}

test('a waiver reaches the steward, and its denial who asked', async ({
  page,
  browser,
}) => {
  await signIn(page, 'Priya Raman', suite);
  const ask = page.getByRole('button', { name: /^Ask for a waiver: The KTLO/ });
  // The catalog may still take in the demo.
  await expect(async () => {
    await page.goto(suite);
    await expect(ask).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 40_000 });
  await ask.click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Why can’t it be met').fill(reason);
  await dialog.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(
    page.getByText(/was asked for: The time tracking/),
  ).toBeVisible();

  const steward = await (await browser.newContext()).newPage();
  await signIn(steward, 'Ingrid Solberg', '/catalog');
  await expect(inNavigation(steward, /waiting for you$/)).toBeVisible();
  await openForYou(steward);
  const row = waiting(steward).getByRole('listitem').filter({
    hasText: 'Platform Product',
  });
  await expect(row).toContainText(reason);
  await expectAccessible(steward, '[role=region]');

  await row.getByRole('button', { name: /^Approve/ }).click();
  await expect(row).toContainText('You approved it');
  await row.getByRole('button', { name: /^Undo/ }).click();
  await row.getByRole('button', { name: /^Deny/ }).click();
  const denial = steward.getByRole('dialog');
  await denial.getByLabel('Why?').fill('Record what you know by hand.');
  await denial.getByRole('button', { name: 'Deny' }).click();
  await expect(row).toContainText('You denied it');

  await page.goto('/notifications');
  await page
    .getByRole('link', {
      name: 'Your waiver for Platform Product was denied',
    })
    .click();
  await expect(
    page.getByText(/^A waiver was denied on .*Record what you know by hand/),
  ).toBeVisible();
});

test('feedback reaches the product manager, who answers by keyboard', async ({
  page,
  browser,
}) => {
  await signIn(page, 'Carl Nyström', logs);
  await page.getByRole('button', { name: 'Give feedback' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('In one line').fill(wish);
  await dialog.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByRole('heading', { name: wish })).toBeVisible();

  const manager = await (await browser.newContext()).newPage();
  await signIn(manager, 'Maya Lund', '/platform-product/home');
  const answer = waiting(manager).getByRole('button', {
    name: `Answer: ${wish}`,
  });
  await expect(answer).toBeVisible();
  await pressWith(manager, answer, 'Enter');
  const question = manager.getByRole('dialog');
  await expect(question.getByLabel('Why, or when')).toBeFocused();
  await manager.keyboard.type('In the next quarter.');
  const status = question.getByRole('button', { name: /What becomes of it$/ });
  await tabTo(manager, status);
  await manager.keyboard.press('ArrowDown');
  await expect(manager.getByRole('option', { name: 'planned' })).toBeVisible();
  await manager.keyboard.type('pl');
  await manager.keyboard.press('Enter');
  await expect(status).toContainText('planned');
  await tabTo(manager, question.getByText('Save', { exact: true }));
  await manager.keyboard.press('Enter');
  await expect(answer).toBeHidden();

  await page.goto('/notifications');
  await page
    .getByRole('link', { name: `Log aggregation: “${wish}” is planned` })
    .click();
  await expect(page.getByText('In the next quarter.')).toBeVisible();
});
