import { describeError, isFinal, isOutage } from './describeError';

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
    [
      'nothing of a page that a proxy has answered with',
      errorWith({
        error: {
          message:
            'Request failed with status 502 Bad Gateway, <html><h1>502</h1></html>',
        },
      }),
      'Request failed with status 502 Bad Gateway',
    ],
    [
      'that it failed, where there is nothing but a page',
      errorWith({ error: { message: '<!DOCTYPE html><p>Sorry</p>' } }),
      'Request failed with 409 Conflict',
    ],
    ['what went wrong before', new Error('Failed to fetch'), 'Failed to fetch'],
  ])('is told by %s', (_, error, text) => {
    expect(describeError(error)).toBe(text);
  });
});

describe('that it failed', () => {
  const of = (statusCode?: number) =>
    Object.assign(new Error('It failed'), { statusCode });

  it.each([
    [403, true],
    [404, true],
    [409, false],
    [500, false],
    [undefined, false],
  ])('with %p is final: %p', (status, expected) => {
    expect(isFinal(of(status))).toBe(expected);
  });

  it.each<[string, Error, boolean]>([
    ['fetch had no answer', new TypeError('Failed to fetch'), true],
    ['a proxy had none', of(502), true],
    ['it starts or stops', of(503), true],
    ['it took too long', of(504), true],
    ['it has a fault', of(500), false],
    ['it refuses', of(403), false],
    ['something else is wrong', new Error('No'), false],
  ])('is an outage where %s, or not', (_, error, expected) => {
    expect(isOutage(error)).toBe(expected);
  });
});
