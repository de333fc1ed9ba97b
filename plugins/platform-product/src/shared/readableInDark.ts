/**
 * Secondary text that one can read: what the dark theme of `@backstage/ui` has for it
 * is too dim on its cards (4.0 to 1; WCAG 2.1 asks for 4.5, on a hovered row, too).
 */
export const readableInDark = {
  '[data-theme-mode="dark"] &': { '--bui-fg-secondary': '#c4c4c4' },
} as const;
