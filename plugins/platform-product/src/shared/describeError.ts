const page = /,?\s*<(?:!doctype|html|head|body)\b[\s\S]*/i;

/** Where in a request something was wrong is for who writes requests by hand. */
const field = /^Invalid request: (?:body|query|params)\.\S*: /;

/**
 * What the backend said, where it said something; else what went wrong. Of a page
 * that a proxy answered with in its place nothing is shown.
 */
export function describeError(error: Error): string {
  const { body } = error as { body?: { error?: { message?: unknown } } };
  const said = body?.error?.message;
  const text =
    typeof said === 'string' ? said.replace(page, '').replace(field, '') : '';
  return text || error.message.replace(page, '');
}

const statusOf = (error: Error) =>
  (error as { statusCode?: unknown }).statusCode;

/** Whether it is no use to try again: it can't be, is not there, or not for the reader. */
export function isFinal(error: Error): boolean {
  return [400, 403, 404].includes(Number(statusOf(error)));
}

/** Whether the backend could not be reached at all, rather than refuse something. */
export function isOutage(error: Error): boolean {
  const status = statusOf(error);
  return status === undefined
    ? error.name === 'TypeError' // what fetch throws
    : [502, 503, 504].includes(Number(status));
}
