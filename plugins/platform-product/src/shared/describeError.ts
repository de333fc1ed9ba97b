/** What the backend said, where it said something; else what went wrong. */
export function describeError(error: Error): string {
  const { body } = error as { body?: { error?: { message?: unknown } } };
  const said = body?.error?.message;
  return typeof said === 'string' && said ? said : error.message;
}
