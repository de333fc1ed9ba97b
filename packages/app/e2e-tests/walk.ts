import { expect, Locator, Page } from '@playwright/test';

export const themes = ['light', 'dark'] as const;
const widths = [1280, 700, 400] as const;
/** A folder for a picture of whatever is walked, if there is one. */
const pictures = process.env.PICTURES;

/** Takes a picture of the page, where pictures are wanted. */
export async function takePicture(page: Page, name: string, fullPage = true) {
  if (!pictures) return;
  await page.screenshot({
    path: `${pictures}/${name.replace(/[^\w-]+/g, '-')}.png`,
    fullPage,
  });
}

/**
 * Expects that Tab leads to everything that can be used within some parts of a page, and
 * nowhere else where they are a dialog.
 */
export async function expectReachable(page: Page, parts: Locator) {
  const wanted = await parts.evaluateAll(elements => {
    const all = elements.flatMap(element => [
      ...element.querySelectorAll<HTMLElement>(
        'a[href], button, input, select, textarea, [tabindex="0"]',
      ),
    ]);
    const usable = all.filter(
      element =>
        element.checkVisibility() &&
        element.tabIndex >= 0 &&
        !element.matches(':disabled, [aria-hidden=true], [aria-hidden=true] *'),
    );
    usable.forEach((element, index) => {
      // Of radio buttons, and of the rows of a grid, the arrows lead to the others.
      const group =
        element instanceof HTMLInputElement && element.type === 'radio'
          ? element.closest('[role=radiogroup]')?.id || element.name
          : element.closest('[role=grid]')?.id;
      element.dataset.walk = group ?? `${index}`;
    });
    return [...new Set(usable.map(element => element.dataset.walk!))];
  });
  const reached = new Set<string>();
  for (let presses = 0; presses < wanted.length + 80; presses++) {
    const at = await page.evaluate(
      () => (document.activeElement as HTMLElement | null)?.dataset.walk,
    );
    if (at !== undefined) reached.add(at);
    if (reached.size === wanted.length) break;
    await page.keyboard.press('Tab');
  }
  const missed = wanted.filter(walk => !reached.has(walk));
  const shown = await Promise.all(
    missed.map(walk =>
      parts
        .locator(`[data-walk="${walk}"]`)
        .first()
        .evaluate(element => element.outerHTML.slice(0, 200)),
    ),
  );
  expect(shown).toEqual([]);
}

/** Expects that every button says what it is about, so that no two are called the same. */
export async function expectTellingButtons(parts: Locator) {
  const names = await parts.evaluateAll(elements =>
    elements.flatMap(element =>
      [...element.querySelectorAll('button')]
        // Fields have labels, and each dialog may be closed in two places.
        .filter(button => !button.matches('[aria-haspopup], [aria-labelledby]'))
        .filter(button => button.checkVisibility())
        .map(button => button.getAttribute('aria-label') ?? button.textContent!)
        .filter(name => name !== 'Close'),
    ),
  );
  const unclear = names.filter(
    (name, index) => !name.trim() || names.indexOf(name) !== index,
  );
  expect(unclear).toEqual([]);
}

/** Expects that no part is wider than the page, and no table than its place. */
export async function expectToFit(page: Page, name: string) {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    // Charts follow a moment later.
    await expect
      .poll(() =>
        page.evaluate(() => [
          ...[...document.querySelectorAll('article')]
            .filter(part => part.getBoundingClientRect().right > innerWidth + 1)
            .map(part => part.textContent?.slice(0, 80)),
          ...[...document.querySelectorAll('article :has(> table)')]
            .filter(place => place.scrollWidth > place.clientWidth + 1)
            .map(place => place.textContent?.slice(0, 80)),
        ]),
      )
      .toEqual([]);
    await takePicture(page, `${name} ${width}`);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** The most that may move while a page loads: the layout shift that counts as good is twice that. */
const mostShift = 0.05;

/** Expects that what a page shows stays where it is while the rest is loading, slowly. */
export async function expectStill(page: Page, path: string) {
  await page.goto(path);
  await page.waitForLoadState('networkidle');
  const shift = await page.evaluate(
    () =>
      new Promise<number>(resolve => {
        let sum = 0;
        const watch = (entries: PerformanceEntryList) => {
          for (const entry of entries as (PerformanceEntry & {
            value: number;
          })[]) {
            sum += entry.value;
          }
        };
        const observer = new PerformanceObserver(list =>
          watch(list.getEntries()),
        );
        observer.observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => {
          watch(observer.takeRecords());
          observer.disconnect();
          resolve(sum);
        }, 200);
      }),
  );
  expect(shift, path).toBeLessThan(mostShift);
}
