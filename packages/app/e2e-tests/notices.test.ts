import { expect, Page, test } from '@playwright/test';
import { expectAccessible, signIn } from './helpers';

const entity = (name: string, tab = '') =>
  `/catalog/default/component/${name}${tab && `/${tab}`}`;
const title = 'Logs of one night are missing in part';

const notices = (page: Page) =>
  page.getByRole('region', { name: 'Notices', exact: true });
const banner = (page: Page) =>
  page.getByRole('region', { name: 'Notices on what it depends on' });

/** Picks an option of a select by its label. */
async function pick(page: Page, label: RegExp, option: string) {
  await page.getByRole('dialog').getByRole('button', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

test('users hear of missing data first from its team, and answer', async ({
  page,
  browser,
}) => {
  test.setTimeout(150_000);
  const engineer = page;
  await signIn(engineer, 'Maya Lund', entity('log-aggregation', 'updates'));
  const tell = engineer.getByRole('button', { name: 'Tell users' });
  // The catalog may still take in the demo.
  await expect(async () => {
    await engineer.goto(entity('log-aggregation', 'updates'));
    await expect(tell).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 40_000 });

  const begun = Date.now();
  await tell.click();
  const form = engineer.getByRole('dialog');
  await form.getByLabel(/^In a few words/).fill(title);
  await form.getByLabel(/^What you know/).fill('One of three disks was full.');
  await form.getByLabel('Which data').fill('Logs of the cluster “west”');
  await form.getByLabel('What is not affected').fill('Metrics and traces.');
  await form.getByRole('button', { name: /^Who will be told/ }).click();
  await form.getByRole('button', { name: 'Preview' }).click();
  await expect(form.getByText(/^\d+ entities use it/)).toBeVisible();
  await form.getByRole('button', { name: 'Publish' }).click();
  const item = notices(engineer)
    .getByRole('listitem')
    .filter({
      has: engineer.getByRole('heading', { name: title }),
    });
  await expect(item).toContainText('Missing data · major · investigating');
  expect(Date.now() - begun).toBeLessThan(2 * 60_000);
  await expect(item).toContainText(/^.*0 of \d+ entities that use it have/s);

  // The consumer is told, and sees on their own component by which way.
  const consumer = await (await browser.newContext()).newPage();
  await signIn(consumer, 'Noor Haddad', '/notifications');
  await expect(async () => {
    await consumer.goto('/notifications');
    await expect(consumer.getByText(`Log aggregation: ${title}`)).toBeVisible({
      timeout: 3_000,
    });
  }).toPass({ timeout: 40_000 });
  await consumer.goto(entity('orders'));
  await expect(banner(consumer)).toContainText(
    'It uses Log aggregation by this way: orders → logs-api → log-aggregation',
  );
  await expect(banner(consumer)).toContainText('Next update in');
  await expectAccessible(consumer, '[aria-label^="Notices on"]');
  await banner(consumer)
    .getByRole('button', { name: `Affected: orders, ${title}`, exact: true })
    .click();
  await expect(banner(consumer)).toContainText(/Affected · \d+ seconds? ago/);

  // The team sees it without a reload.
  await expect(item).toContainText('1 of 25 entities that use it have', {
    timeout: 20_000,
  });

  // Who is two hops away is not affected: what is behind it has nothing to answer.
  const other = await (await browser.newContext()).newPage();
  await signIn(other, 'Carl Nyström', entity('pricing'));
  await expect(banner(other)).toContainText(
    'pricing → stock → logs-query-api → log-aggregation',
  );
  await banner(other)
    .getByRole('button', { name: `Not affected: pricing, ${title}` })
    .click();
  await expect(item).toContainText(
    '2 of 24 entities that use it have answered · 1 more is behind',
    { timeout: 20_000 },
  );
  await item.getByRole('button', { name: /^Who has answered/ }).click();
  const answers = engineer.getByRole('dialog');
  await expect(
    answers.getByRole('row').filter({ hasText: 'pricing → catalogue' }),
  ).toContainText('Spared');
  await answers.getByRole('button', { name: 'Close' }).last().click();

  // It is over, and explained.
  await item.getByRole('button', { name: /^Follow up/ }).click();
  await form.getByLabel(/^What is new/).fill('All disks have room again.');
  await pick(engineer, /Where it stands now/, 'resolved');
  await form.getByRole('button', { name: 'Tell users' }).click();
  await expect(item).toContainText('Missing data · major · resolved');
  await consumer.reload();
  await expect(
    consumer.getByRole('heading', { name: 'Orders' }).first(),
  ).toBeVisible();
  await expect(
    consumer.getByText(`Log aggregation: ${title}`),
  ).not.toBeVisible();

  await item.getByRole('button', { name: /^Follow up/ }).click();
  await form.getByLabel(/^What is new/).fill('Nobody watched the disks.');
  await form.getByText('This is the final post-mortem').click();
  await form
    .getByLabel(/^Link to/)
    .fill('https://handbook.northwind.example/logs/post-mortem');
  await form.getByRole('button', { name: 'Tell users' }).click();
  await expect(item).toContainText('Missing data · major · post-mortem');
  await item.getByRole('button', { name: '3 updates' }).click();
  await expect(item).toContainText('post-mortem (final)');
});

test('a draft is there for its team alone', async ({ page, browser }) => {
  await signIn(page, 'Maya Lund', entity('event-streaming', 'updates'));
  await page.getByRole('button', { name: 'Tell users' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel(/^In a few words/).fill('Nobody knows of this yet');
  await form.getByRole('button', { name: 'Save as a draft' }).click();
  await expect(
    notices(page).getByText('Nobody knows of this yet'),
  ).toBeVisible();

  const other = await (await browser.newContext()).newPage();
  await signIn(other, 'Carl Nyström', entity('event-streaming', 'updates'));
  await expect(notices(other).getByRole('listitem')).not.toHaveCount(0);
  await expect(other.getByText('Nobody knows of this yet')).toHaveCount(0);

  await page.getByRole('button', { name: /^Throw away/ }).click();
  await form.getByRole('button', { name: 'Throw away' }).click();
  await expect(page.getByText('Nobody knows of this yet')).toHaveCount(0);
});
