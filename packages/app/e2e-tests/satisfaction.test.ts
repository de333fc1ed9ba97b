import { expect, Page, test } from '@playwright/test';
import { expectAccessible, signIn, tick } from './helpers';

const logs = '/catalog/default/component/log-aggregation';
const now = new Date();
/** The open round: the quarter, in UTC. */
const round = `${now.getUTCFullYear()}-Q${
  Math.floor(now.getUTCMonth() / 3) + 1
}`;
const path = `${logs}/satisfaction`;

/** Rates the log aggregation platform in the name of one of the demo's people. */
async function rateAs(page: Page, persona: string) {
  const origin = new URL(page.url()).origin;
  const signedIn = await page.request.get(`${origin}/api/auth/demo/refresh`, {
    headers: { 'x-demo-user': persona },
  });
  const { backstageIdentity } = await signedIn.json();
  const saved = await page.request.put(
    `${origin}/api/platform-product/entities/component/default/log-aggregation/satisfaction/mine`,
    {
      headers: { authorization: `Bearer ${backstageIdentity.token}` },
      data: {
        ratings: {
          leverage: 4,
          usability: 2,
          reliability: 5,
          cost: 3,
          latency: 4,
        },
      },
    },
  );
  expect(saved.ok()).toBe(true);
}

test('a consumer rates a platform; five make a release; the product manager answers', async ({
  page,
  browser,
}) => {
  const manager = await (await browser.newContext()).newPage();
  await signIn(manager, 'Maya Lund', path);
  const scoresOf = (somebody: Page) =>
    somebody.getByRole('region', { name: `Scores of ${round}` });
  await expect(
    manager.getByRole('region', { name: /^Scores of/ }),
  ).toBeVisible();
  await manager.getByRole('button', { name: 'Invite users to rate' }).click();
  const question = manager.getByRole('dialog', {
    name: 'Invite users to rate?',
  });
  await expect(
    question.getByText(/^\d+ people of \d+ teams? use this platform/),
  ).toBeVisible();
  await question.getByRole('button', { name: 'Invite' }).click();
  await expect(manager.getByText('Their next digest asks them.')).toBeVisible();
  await expect(scoresOf(manager)).toBeHidden();

  await signIn(page, 'Carl Nyström', logs);
  await page.getByRole('link', { name: 'Satisfaction' }).click();
  const form = page.getByRole('form', { name: 'How is it for you?' });
  await expect(
    page.getByText('see totals once 5 people have answered'),
  ).toBeVisible();
  const choose = (feature: string, option: string) =>
    tick(
      form
        .getByRole('radiogroup', { name: feature })
        .getByRole('radio', { name: option }),
    );
  await choose('Leverage', '5');
  await choose('Usability', '2');
  await choose('Reliability', '4');
  await choose('Cost', 'can’t say');
  await choose('Latency', '3');
  await form.getByLabel('A comment').fill('Searching needs a manual.');
  await expectAccessible(page, '[role=region]');
  await form.getByRole('button', { name: 'Save answer' }).click();

  const mine = page.getByRole('region', { name: 'Your answer' });
  await expect(mine).toContainText('Usability2 / 5');
  await mine.getByRole('button', { name: 'Change' }).click();
  await choose('Usability', '3');
  await choose('Cost', '4');
  await form.getByRole('button', { name: 'Save answer' }).click();
  await expect(mine).toContainText('Usability3 / 5');
  await page.reload();
  await expect(mine).toContainText('Searching needs a manual.');
  await mine.getByRole('button', { name: 'Take it back' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: 'Take it back' })
    .click();
  await expect(form).toBeVisible();
  await choose('Usability', '4');
  await form.getByRole('button', { name: 'Save answer' }).click();
  await expect(mine).toContainText('Leverageleft out');

  for (const persona of ['reviewer', 'head-of-platform', 'admin']) {
    await rateAs(page, persona);
  }
  // Longer than two turns of the clock by which the demo releases.
  await page.waitForTimeout(11_000);
  await page.reload();
  await expect(mine).toBeVisible();
  const scores = scoresOf(page);
  await expect(page.getByRole('region', { name: /^Scores of/ })).toBeVisible();
  await expect(scores).toBeHidden();

  await rateAs(page, 'platform-engineer');
  await expect(async () => {
    await page.reload();
    await expect(scores).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 30_000 });
  await expect(scores).toContainText(/4 of \d+ who use it answered everything/);
  await expect(scores).toContainText('1 more answered in part');
  await expect(scores).toContainText('20% positive (1 of 5)');
  await expect(scores).toContainText('Hidden for privacy');
  await expect(scores).not.toContainText('Searching needs a manual.');
  await expectAccessible(page, '[role=region]');

  await manager.reload();
  await manager.getByRole('button', { name: 'Answer the scores' }).click();
  const dialog = manager.getByRole('dialog');
  await dialog
    .getByLabel('What you heard, and what follows from it')
    .fill('Searching is hard to learn. We write a guide this quarter.');
  await expectAccessible(manager, '[role=dialog]');
  await dialog.getByRole('button', { name: 'Publish' }).click();
  await expect(
    manager.getByText('We write a guide this quarter.'),
  ).toBeVisible();

  await manager.goto(`${logs}/maturity`);
  await manager.getByRole('button', { name: /^Level 2 · / }).click();
  await expect(
    manager.getByText(/The scores of \S+ carry the team’s answer/).first(),
  ).toBeVisible();
});

test('people rate from their own page, and see what platforms get together', async ({
  page,
}) => {
  await signIn(page, 'Carl Nyström', '/platform-product/home');
  const wanted = page.getByRole('region', { name: /^Waiting for you/ });
  const itemOf = (name: string) => wanted.getByRole('link', { name });
  await expect(itemOf('Compliance')).toBeVisible();
  await expectAccessible(page, '[role=region]');
  await wanted.getByRole('button', { name: 'Rate it: Compliance' }).click();
  const dialog = page.getByRole('dialog');
  await tick(
    dialog
      .getByRole('radiogroup', { name: 'Usability' })
      .getByRole('radio', { name: '4' }),
  );
  await dialog
    .getByLabel('A comment')
    .fill('The forms are clear. Say how long approval takes.');
  await tick(dialog.getByLabel(/List it as feedback/));
  await expectAccessible(page, '[role=dialog]');
  await dialog.getByRole('button', { name: 'Save answer' }).click();
  await expect(itemOf('Compliance')).toBeHidden();
  await wanted
    .getByRole('button', { name: 'Not this time: Deployment' })
    .click();
  await expect(
    wanted.getByRole('button', { name: 'Rate it: Deployment' }),
  ).toBeHidden();

  await page.goto('/catalog/default/component/deployment/satisfaction');
  await expect(
    page.getByText('You chose not to rate it in this round.'),
  ).toBeVisible();
  await page.goto('/catalog/default/component/monitoring');
  const card = page.getByRole('region', { name: 'Satisfaction' });
  await expect(card).toContainText(/Leverage\d+% of \d+/);
  await expectAccessible(page, '[role=region]');

  await page.goto('/platform-product/satisfaction');
  await page.getByLabel('Round').click();
  await page.getByRole('option').last().click();
  await expect(
    page.getByRole('row', { name: /^Monitoring team/ }),
  ).toBeVisible();
  await page.getByLabel('Group by').click();
  await page.getByRole('option', { name: 'domain' }).click();
  await expect(
    page.getByRole('columnheader', { name: 'Domain' }),
  ).toBeVisible();
  await expectAccessible(page, '[role=region]');
});

test('rating takes nothing but the keyboard', async ({ page }) => {
  await signIn(
    page,
    'Noor Haddad',
    '/catalog/default/component/deployment/satisfaction',
  );
  const form = page.getByRole('form', { name: 'How is it for you?' });
  await expect(form).toBeVisible();
  const isFocused = (name: string) =>
    page.evaluate(
      wanted => document.activeElement?.textContent?.trim() === wanted,
      name,
    );
  const tabTo = async (name: string) => {
    for (let tabs = 0; tabs < 40; tabs++) {
      if (await isFocused(name)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not lead to ${name}`);
  };
  const radios = form
    .getByRole('radiogroup', { name: 'Leverage' })
    .getByRole('radio');
  await radios.first().focus();
  await page.keyboard.press('Space');
  await tabTo('Save answer');
  await page.keyboard.press('Enter');

  const mine = page.getByRole('region', { name: 'Your answer' });
  await expect(mine).toContainText('Leverage1 / 5');
  const change = mine.getByRole('button', { name: 'Change' });
  await expect(change).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(radios.first()).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await tabTo('Save answer');
  await page.keyboard.press('Enter');
  await expect(mine).toContainText('Leverage2 / 5');
  await expect(change).toBeFocused();

  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Take your answer back?' });
  await expect(dialog).toBeVisible();
  await tabTo('Take it back');
  await page.keyboard.press('Enter');
  await expect(form).toBeVisible();
  await expect(radios.nth(1)).not.toBeChecked();
});
