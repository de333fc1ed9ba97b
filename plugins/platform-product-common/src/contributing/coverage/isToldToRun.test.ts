import { assessGuideCoverage } from './assessGuideCoverage';
import { parseGuide } from '../parseGuide';

const isTold = (markdown: string): boolean =>
  assessGuideCoverage(parseGuide(markdown))[1].covered;

const block = (intro: string) => `${intro}\n\n\`\`\`\nmake test\n\`\`\``;

describe('a command that nobody is to run', () => {
  it.each([
    'You do not need to run make test.',
    'You do not need to run `make test`.',
    "You don't have to run `npm test` before you push.",
    'There is no need to run `make test`.',
    'It is not necessary to run `make test` yourself.',
    'Please do not run `make test`.',
    'Avoid running `make test`.',
    'You can send documentation without running `make test`.',
    // as the guides of projects with integration tests say of these
    'Running `make test` is not required.',
    '`make test` is no longer supported.',
    block('It is not necessary to run the whole suite:'),
    block('You do not need to run:'),
  ])('is denied: %j', markdown => {
    expect(isTold(markdown)).toBe(false);
  });

  it.each([
    'We used to run `make test`.',
    'Previously you could run `npm test`.',
    'Maintainers will run `make test` before the merge.',
    'We will run `make test` for you.',
    'The reviewer runs `make test` before merging.',
  ])('is over, or of others: %j', markdown => {
    expect(isTold(markdown)).toBe(false);
  });
});

describe('a command that is to be run', () => {
  it.each([
    'Do not push without running `make test`.',
    'Never open a pull request before running `make test`.',
    "Don't forget to run `make test`.",
    "Don't commit until `make test` passes.",
    'Make sure that `make test` does not fail.',
    "If you don't have Docker, run `make test`.",
    "You don't need to be online to run `npm test`.",
    'You do not have to install anything: run `./gradlew build`.',
    block('You do not need a cluster to run the unit tests:'),
    block('To run the tests without a database:'),
    block('You never need more than this:'),
  ])('is not denied by what else is: %j', markdown => {
    expect(isTold(markdown)).toBe(true);
  });

  it.each([
    'You do not need to run `make docs`, just run `make check`.',
    'Instead of `make docs`, run `make check`.',
    'It is not required, but you can run `make test`.',
  ])('may stand beside one that is not: %j', markdown => {
    expect(isTold(markdown)).toBe(true);
  });
});
