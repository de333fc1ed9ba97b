import { fireEvent, screen, within } from '@testing-library/react';

const nameOf = (element: Element) =>
  element.getAttribute('aria-label') ?? element.textContent ?? '';

/** The names of what can be pressed in a part of the page, in its order. */
export function buttonsIn(part: HTMLElement): string[] {
  return within(part)
    .queryAllByRole('button')
    .filter(button => !button.hasAttribute('disabled'))
    .map(nameOf);
}

/** Presses a button twice, as people do who doubt the first click. */
export function pressTwice(button: HTMLElement) {
  fireEvent.click(button);
  fireEvent.click(button);
}

/** Puts a text into a field. */
export function fill(field: HTMLElement, value: string) {
  fireEvent.change(field, { target: { value } });
}

/** Picks an option of a select. */
export async function pick(field: HTMLElement, option: string | RegExp) {
  fireEvent.click(field);
  fireEvent.click(await screen.findByRole('option', { name: option }));
}

/** A name that begins so, whatever it is about. */
export const startingWith = (text: string) => (name: string) =>
  name === text || name.startsWith(`${text}: `);
