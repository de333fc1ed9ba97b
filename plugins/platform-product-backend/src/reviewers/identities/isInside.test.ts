import { isInside } from './isInside';

const ana = 'user:default/ana';
const team = 'group:default/logs-team';
const person = (...groups: string[]) => ({
  userRef: ana,
  name: 'Ana',
  groups: groups.slice(0, 1),
  within: groups,
  keys: [],
});

it.each([
  [
    'inside an owner, however deep',
    person('group:default/all', team),
    [team],
    true,
  ],
  [
    'a member of the second owner',
    person(team),
    ['group:default/x', team],
    true,
  ],
  ['the owner in person', person(), [ana], true],
  ['an owner whom the catalog does not have', undefined, [ana], true],
  ['a member of another group', person('group:default/shop'), [team], false],
  ['a member of none', person(), [team], false],
  ['somebody whom the catalog does not have', undefined, [team], false],
  ['somebody where nobody owns it', person(team), [], false],
])('isInside is asked of %s', (_, member, owners, expected) => {
  expect(isInside(member, ana, owners)).toBe(expected);
});
