import { expect, test } from '@playwright/test';
import { expectAccessible, signIn, tick } from './helpers';

const guide = 'The contribution guide says what is welcome';
const workload = 'The KTLO share of the last full quarter is recorded';

test('the portfolio shows services on their levels', async ({ page }) => {
  await signIn(page, 'Priya Raman', '/platform-product');
  const row = (name: string) =>
    page.getByRole('row', { name: new RegExp(`^${name} `) });
  await expect(row('Compliance')).toContainText('Level 0', { timeout: 45_000 });
  await expect(row('Development environment')).toContainText('Level 0');
  await expect(row('Deployment')).toContainText('Level 1');
  await expect(row('Monitoring')).toContainText('Level 3');
  // The first reading of the review history may still be under way.
  await expect(row('Monitoring')).not.toContainText('by measurement alone', {
    timeout: 40_000,
  });
  await expect(row('Log aggregation')).toContainText('Level 2, at risk');
  await expectAccessible(page, '[role=region]');

  await page.getByRole('button', { name: /at risk/ }).click();
  await expect(page).toHaveURL(/atRisk=true/);
  await expect(row('Log aggregation')).toBeVisible();
  await expect(row('Monitoring')).toBeHidden();
  await page.reload();
  await expect(row('Log aggregation')).toBeVisible();
  await expect(row('Monitoring')).toBeHidden();
});

test('a platform engineer attests, and the level changes at once', async ({
  page,
  browser,
}) => {
  const path = '/catalog/default/component/dev-environment/maturity';
  await signIn(page, 'Priya Raman', path);
  const heading = page.getByRole('heading', { name: /^Level \d ·/, level: 2 });
  await expect(heading).toContainText('Level 0');
  await expectAccessible(page, '[role=region]');

  // Somebody else looks at the same page meanwhile.
  const other = await (await browser.newContext()).newPage();
  await signIn(other, 'Carl Nyström', path);
  await expect(
    other.getByRole('heading', { name: /^Level \d ·/, level: 2 }),
  ).toContainText('Level 0');
  await expect(other.getByRole('button', { name: /^Attest/ })).toHaveCount(0);
  await expect(other.getByText('To change something here, ask')).toBeVisible();

  await page
    .getByRole('button', { name: `Attest: ${workload}` })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Attest' })).toBeDisabled();
  await dialog
    .getByLabel('What holds')
    .fill('We counted 29 % for the last full quarter.');
  await expectAccessible(page, '[role=dialog]');
  await dialog.getByRole('button', { name: 'Attest' }).click();

  await expect(heading).toContainText('Level 1');
  await expect(
    other.getByRole('heading', { name: /^Level \d ·/, level: 2 }),
  ).toContainText('Level 1');

  await expect(
    page.getByText('Level 1 · 0 by measurement alone'),
  ).toBeVisible();

  // Over what was measured, a word is shown and does not count.
  await page.getByRole('button', { name: /^Level 2 · / }).click();
  await page
    .getByRole('button', { name: `Attest: ${guide}` })
    .last()
    .click();
  await expect(dialog).toContainText('This was measured, and fails');
  await dialog.getByLabel('What holds').fill('Trust me, it is all in there.');
  await dialog.getByRole('button', { name: 'Attest' }).click();
  await expect(page.getByText(/not counted; stated by/).first()).toBeVisible();
  await expect(heading).toContainText('Level 1');

  await page.getByRole('button', { name: 'All changes' }).click();
  const newest = page.getByRole('row', { name: /0 → 1/ });
  await expect(newest).toContainText('We counted 29 %');
});

test('a waiver is asked for, and a steward approves it', async ({
  page,
  browser,
}) => {
  const path = '/catalog/default/component/log-aggregation/maturity';
  await signIn(page, 'Maya Lund', path);
  await page
    .getByRole('button', { name: 'Ask for a waiver: Two active reviewers' })
    .click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByLabel('Why can’t it be met')
    .fill('Two people start their shadowing next month.');
  await dialog.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(
    page.getByText(/A waiver until .* was asked for: Two people start/).first(),
  ).toBeVisible();

  const other = await (await browser.newContext()).newPage();
  await signIn(other, 'Ingrid Solberg', path);
  await other.getByRole('button', { name: 'Approve' }).first().click();
  await page.getByRole('button', { name: /^Level 3 · .*1 waived/ }).click();
  await expect(page.getByText(/Waived until .*Two people start/)).toBeVisible();
});

test('what if answers with the level that would follow', async ({ page }) => {
  await signIn(
    page,
    'Carl Nyström',
    '/catalog/default/component/monitoring/maturity',
  );
  await page.getByRole('button', { name: 'What if…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('status')).toContainText('level is 3');
  await tick(dialog.getByRole('checkbox', { name: guide }));
  await expect(dialog.getByRole('status')).toContainText('level is 1');
});

test('a past date is replayed', async ({ page }) => {
  await signIn(
    page,
    'Carl Nyström',
    '/catalog/default/component/monitoring/maturity',
  );
  const heading = page.getByRole('heading', { name: /^Level \d ·/, level: 2 });
  await expect(heading).toContainText('Level 3');
  const day = new Date(Date.now() - 150 * 24 * 60 * 60 * 1000);
  await page.getByLabel('See a date').fill(day.toISOString().slice(0, 10));
  await expect(heading).toContainText('Level 2');
  await page.getByRole('button', { name: 'Back to now' }).click();
  await expect(heading).toContainText('Level 3');
});
