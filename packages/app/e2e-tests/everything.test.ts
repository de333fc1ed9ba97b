import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Browser, expect, Page, test } from '@playwright/test';
import { DialogWalk, dialogWalks } from './dialogs';
import { expectAccessible, signIn } from './helpers';
import {
  expectReachable,
  expectStill,
  expectTellingButtons,
  expectToFit,
  takePicture,
  themes,
} from './walk';

const source = join(__dirname, '../../../plugins/platform-product/src');
const regions = 'article[role=region]';

/** The files of the plugin that show a dialog. */
const dialogFiles = readdirSync(source, { recursive: true })
  .map(String)
  .filter(file => file.endsWith('.tsx') && !file.includes('.test.'))
  .filter(
    file =>
      !file.startsWith('shared') &&
      /<(FormDialog|Dialog|TermsDialog)\b/.test(
        readFileSync(join(source, file), 'utf8'),
      ),
  )
  .map(file => file.replace(/\.tsx$/, ''))
  // Where the terms dialog is asked for with other words.
  .filter(file => !/Roster(Section|EntryActions)$/.test(file))
  .sort();

const tabs = ['maturity', 'contribute', 'satisfaction', 'updates'] as const;

const pages: readonly (readonly [who: string, ...paths: string[]])[] = [
  ['Carl Nyström', 'deployment', '/platform-product/home'],
  ['Maya Lund', 'log-aggregation', '/platform-product/home'],
  ['Ingrid Solberg', 'compliance', '/platform-product/home'],
];

/** Signs in, in one theme of the app. */
async function openAs(browser: Browser, who: string, theme = 'light') {
  const context = await browser.newContext();
  await context.addInitScript(
    value => localStorage.setItem('theme', value),
    theme,
  );
  const page = await context.newPage();
  await signIn(page, who, '/catalog');
  await expect(
    page.getByRole('link', { name: 'Catalog', exact: true }).first(),
  ).toBeVisible();
  return page;
}

const untilLoaded = (page: Page) =>
  expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0);

/** Waits until a page has all that it shows; the catalog may still take in the demo. */
async function openPage(page: Page, path: string) {
  await expect(async () => {
    await page.goto(path);
    await expect(page.locator(regions).first()).toBeVisible({ timeout: 8_000 });
  }).toPass({ timeout: 60_000 });
  await untilLoaded(page);
}

/** What has nothing to do with colours is the same in both themes. */
async function walkPage(page: Page, name: string, theme: string) {
  await untilLoaded(page);
  await expectAccessible(page, '[role=region]');
  if (theme === 'light') {
    await expectTellingButtons(page.locator(regions));
    await expectReachable(page, page.locator(regions));
    await expectToFit(page, name);
  } else {
    await takePicture(page, `${name} ${theme}`);
  }
}

test('there is a way to every dialog', () => {
  expect(dialogWalks.map(({ file }) => file).sort()).toEqual(dialogFiles);
});

test('no page moves while it loads', async ({ browser }) => {
  test.setTimeout(120_000);
  for (const [who, service, ...others] of pages.slice(0, 2)) {
    const page = await openAs(browser, who);
    const root = `/catalog/default/component/${service}`;
    await openPage(page, `${root}/maturity`);
    let answers = 0;
    await page.route('**/api/platform-product/**', async route => {
      // One after the other, none at once.
      await new Promise(resolve =>
        setTimeout(resolve, 200 + (answers++ % 4) * 100),
      );
      await route.continue();
    });
    for (const path of [
      ...tabs.map(tab => `${root}/${tab}`),
      '/platform-product',
      ...others,
    ]) {
      await expectStill(page, path);
    }
  }
});

for (const theme of themes) {
  test.describe(`in the ${theme} theme, everybody can read and use`, () => {
    // A walk through all dialogs of a team opens each of them.
    test.describe.configure({ timeout: 300_000 });

    test('the pages of all platforms', async ({ browser }) => {
      const page = await openAs(browser, 'Priya Raman', theme);
      await expect(async () => {
        await openPage(page, '/platform-product');
        await expect(page.getByRole('row').first()).toBeVisible();
      }).toPass({ timeout: 60_000 });
      const names = await page.getByRole('tab').allTextContents();
      for (const name of names) {
        await test.step(name, async () => {
          await page.getByRole('tab', { name, exact: true }).click();
          await walkPage(page, `Platforms ${name}`, theme);
        });
      }
    });

    for (const [who, service, ...paths] of pages) {
      test(`what ${who} sees`, async ({ browser }) => {
        const page = await openAs(browser, who, theme);
        const root = `/catalog/default/component/${service}`;
        for (const path of [
          root,
          ...tabs.map(tab => `${root}/${tab}`),
          ...paths,
        ]) {
          await test.step(path, async () => {
            await openPage(page, path);
            const place = path.split('/').slice(-2).join(' ');
            await walkPage(page, `${who} ${place}`, theme);
          });
        }
      });
    }

    for (const who of new Set(dialogWalks.map(walk => walk.who))) {
      test(`the dialogs of ${who}`, async ({ browser }) => {
        const page = await openAs(browser, who, theme);
        for (const walk of dialogWalks.filter(other => other.who === who)) {
          await test.step(walk.file, () => walkDialog(page, walk, theme));
        }
      });
    }
  });
}

async function walkDialog(page: Page, walk: DialogWalk, theme: string) {
  const { file, path, prepare } = walk;
  if (prepare) {
    const other = await openAs(page.context().browser()!, prepare.who);
    await openPage(other, path);
    await prepare.run(other);
  }
  await openPage(page, path);
  const opener = await walk.opener(page);
  await opener.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await expect(
    page.locator('[role=dialog]:focus, [role=dialog] :focus'),
  ).toHaveCount(1);
  await expect(dialog.getByRole('status', { name: 'Loading' })).toHaveCount(0);
  await expectAccessible(page, '[role=dialog]');
  await expectTellingButtons(dialog);
  await expectReachable(page, dialog);
  await takePicture(page, `${theme} ${file}`, false);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(walk.after?.(page) ?? opener).toBeFocused();
}
