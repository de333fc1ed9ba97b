import { describeError } from './describeError';

const errorWith = (body: unknown) =>
  Object.assign(new Error('Request failed with 409 Conflict'), { body });

describe('why something failed', () => {
  it.each<[string, Error, string]>([
    [
      'what the backend said',
      errorWith({ error: { message: 'There is one already' } }),
      'There is one already',
    ],
    [
      'that it failed, where the backend said nothing',
      errorWith({ error: { message: '' } }),
      'Request failed with 409 Conflict',
    ],
    [
      'that it failed, where somebody else has answered',
      errorWith({ error: { message: { code: 7 } } }),
      'Request failed with 409 Conflict',
    ],
    ['what went wrong before', new Error('Failed to fetch'), 'Failed to fetch'],
  ])('is told by %s', (_, error, text) => {
    expect(describeError(error)).toBe(text);
  });
});
