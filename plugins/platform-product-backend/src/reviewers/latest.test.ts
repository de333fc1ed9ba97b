import { latest } from './latest';

const may = new Date('2026-05-01T00:00:00Z');
const july = new Date('2026-07-01T00:00:00Z');

it.each([
  ['the later one, first', july, may, july],
  ['the later one, second', may, july, july],
  ['the only one, first', may, undefined, may],
  ['the only one, second', undefined, may, may],
  ['nothing of nothing', undefined, undefined, undefined],
])('latest is %s', (_, a, b, expected) => {
  expect(latest(a, b)).toBe(expected);
});
