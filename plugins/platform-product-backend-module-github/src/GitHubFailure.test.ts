import { isPartlyHidden, readFailure } from './GitHubFailure';

const hidden = (type: string, ...path: Array<string | number>) => ({
  type,
  path,
  message: 'Resource not accessible',
});

const nodes = ['repository', 'pullRequests', 'nodes'];

describe('isPartlyHidden', () => {
  it.each([
    [true, [hidden('FORBIDDEN', ...nodes, 0)]],
    [true, [hidden('NOT_FOUND', ...nodes, 0, 'reviewRequests')]],
    [
      true,
      [hidden('FORBIDDEN', ...nodes, 0), hidden('NOT_FOUND', ...nodes, 1)],
    ],
    [false, [hidden('FORBIDDEN', ...nodes)]],
    [false, [hidden('NOT_FOUND', 'repository')]],
    [false, [hidden('FORBIDDEN')]],
    [false, [hidden('FORBIDDEN', ...nodes, 0), hidden('FORBIDDEN', ...nodes)]],
    [false, [hidden('INTERNAL', ...nodes, 0)]],
    [false, []],
  ])('is %p of %j', (isPartial, errors) => {
    expect(isPartlyHidden(readFailure({ errors, message: 'No' }))).toBe(
      isPartial,
    );
  });
});
