import { expect, test } from '@playwright/test';
import { expectAccessible, signIn } from './helpers';

const deployment = '/catalog/default/component/deployment';

test('a consumer finds a reviewer and asks; the reviewer accepts', async ({
  page,
  browser,
}) => {
  await signIn(page, 'Carl Nyström', deployment);
  await page.getByRole('link', { name: 'Contribute' }).click();
  await expect(page.getByText('Within 8 hours of business time')).toBeVisible();
  const finder = page.getByRole('region', { name: 'Who should review?' });
  const first = finder.getByRole('listitem').first();
  // The first sync of the review history may still be under way.
  await expect(async () => {
    await finder
      .getByLabel('Changed paths')
      .fill('charts/values.yaml\ncharts/ingress.yaml');
    await finder.getByRole('button', { name: 'Find' }).click();
    await expect(first).toContainText('reviewed', { timeout: 5_000 });
  }).toPass({ timeout: 60_000 });
  await expect(first).toContainText('Noor Haddad');
  await expect(first).toContainText('outside reviewer');
  await expect(finder).toContainText('Jon Berg (away until');
  await expectAccessible(page, '[role=region]');

  await finder.getByRole('button', { name: 'Ask Noor Haddad' }).click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByLabel('A note')
    .fill('The ingress needs a longer timeout for basket.');
  await expectAccessible(page, '[role=dialog]');
  await dialog.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(page.getByText('Asked. You are notified')).toBeVisible();

  const other = await (await browser.newContext()).newPage();
  await signIn(other, 'Noor Haddad', '/notifications');
  await other
    .getByRole('link', {
      name: 'You are asked to review a change of Deployment',
    })
    .first()
    .click();
  await expect(other.getByText('The ingress needs a longer')).toBeVisible();
  await expectAccessible(other, '[role=region]');
  await other.getByRole('button', { name: 'Accept' }).click();
  await expect(
    other.getByText('Accepted. The requester is notified.'),
  ).toBeVisible();

  await page.goto('/notifications');
  await page
    .getByRole('link', {
      name: 'Your review request for Deployment was accepted',
    })
    .first()
    .click();
  await expect(
    page.getByRole('article').getByText('accepted', { exact: true }),
  ).toBeVisible();
});

test('somebody offers to review, and an owner approves', async ({
  page,
  browser,
}) => {
  const path = '/catalog/default/component/dev-environment/contribute';
  await signIn(page, 'Carl Nyström', path);
  await page.getByRole('button', { name: 'Offer to review' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('For which paths').fill('/docs/');
  await expectAccessible(page, '[role=dialog]');
  await dialog.getByRole('button', { name: 'Offer to review' }).click();
  const row = page.getByRole('row', { name: /Carl Nyström/ });
  await expect(row).toContainText('offers to review');
  await expect(row.getByRole('button', { name: 'Approve' })).toHaveCount(0);

  const other = await (await browser.newContext()).newPage();
  await signIn(other, 'Priya Raman', path);
  await other.getByRole('button', { name: 'Approve' }).click();
  await expect(other.getByRole('dialog')).toContainText('reviewer · /docs/');
  await other
    .getByRole('dialog')
    .getByRole('button', { name: 'Approve' })
    .click();
  await expect(other.getByRole('row', { name: /Carl Nyström/ })).toContainText(
    'reviewer · /docs/',
  );

  await page.reload();
  await row.getByRole('button', { name: 'Leave' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Leave' }).click();
  await expect(page.getByText('Thanks to Carl Nyström')).toBeVisible();
});

test('a reviewer says when they can review', async ({ page }) => {
  await signIn(page, 'Noor Haddad', '/platform-product/reviews');
  const form = page.getByRole('region', { name: 'When you can review' });
  await form.getByLabel('Most open reviews at once').fill('2');
  await form.getByRole('button', { name: 'Add days away' }).click();
  await form.getByLabel('First day').fill('2099-07-01');
  await form.getByLabel('Last day').fill('2099-06-01');
  await expect(form.getByRole('button', { name: 'Save' })).toBeDisabled();
  await form.getByLabel('Last day').fill('2099-07-14');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.reload();
  await expect(form.getByLabel('Last day')).toHaveValue('2099-07-14');
  await expectAccessible(page, '[role=region]');
});

test('reviewers are found across platforms', async ({ page }) => {
  await signIn(page, 'Carl Nyström', '/platform-product/reviewers');
  await page.getByLabel('Search people and platforms').fill('chloe');
  const row = page.getByRole('row', { name: /Chloé Dubois/ });
  await expect(row).toContainText('Monitoring');
  await expect(page.getByRole('row')).toHaveCount(2);
  await page
    .getByRole('combobox', { name: 'Platform', exact: true })
    .fill('monit');
  await page.getByRole('option', { name: 'Monitoring' }).click();
  await page.getByRole('button', { name: 'Find' }).click();
  await expect(
    page.getByRole('button', { name: /^Ask / }).first(),
  ).toBeVisible();
});
