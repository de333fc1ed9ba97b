import { normalizeRepositoryUrl } from './normalizeRepositoryUrl';

it.each([
  ['https://github.com/northwind/logs', 'as it is'],
  ['https://github.com/northwind/logs/', 'with a slash'],
  ['https://github.com/northwind/logs///', 'with slashes'],
  ['https://github.com/northwind/logs.git', 'as a clone'],
  ['https://github.com/northwind/logs.GIT/', 'as a clone with a slash'],
  ['https://GitHub.com/Northwind/Logs', 'in another case'],
])('normalizeRepositoryUrl spells %s alike, %s', url => {
  expect(normalizeRepositoryUrl(url)).toBe('https://github.com/northwind/logs');
});

it.each([
  ['https://github.com/northwind/logs.gitops'],
  ['https://github.com/northwind/logs-git'],
  ['https://github.com/northwind/.git-logs'],
])('normalizeRepositoryUrl leaves %s alone', url => {
  expect(normalizeRepositoryUrl(url)).toBe(url);
});
