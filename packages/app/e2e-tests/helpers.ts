import { AxeBuilder } from '@axe-core/playwright';
import { expect, Locator, Page } from '@playwright/test';

/** Opens a page as one of the demo's people. */
export async function signIn(page: Page, name: string, path: string) {
  await page.goto(path);
  await page.getByRole('button', { name }).click();
}

/** Expects that axe finds nothing within an element. */
export async function expectAccessible(page: Page, within: string) {
  // What is still fading in has other colours.
  await expect(page.locator('[data-entering]')).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page })
    .include(within)
    .analyze();
  expect(
    violations.map(({ id, nodes }) => [id, nodes.map(node => node.html)]),
  ).toEqual([]);
}

/** Clicks what people see of a checkbox or a radio button: its label. */
export async function tick(box: Locator) {
  await box.locator('xpath=ancestor::label').click();
}

/** Goes from one thing to the next until something has the focus. */
export async function tabTo(page: Page, wanted: Locator) {
  const hasFocus = () =>
    wanted.evaluate(
      element =>
        element === document.activeElement ||
        element.closest('button') === document.activeElement,
    );
  for (let presses = 0; presses < 100; presses++) {
    if (await hasFocus()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('The keyboard does not lead there');
}

/** Presses something without a mouse. */
export async function pressWith(page: Page, wanted: Locator, key: string) {
  await tabTo(page, wanted);
  await page.keyboard.press(key);
}
