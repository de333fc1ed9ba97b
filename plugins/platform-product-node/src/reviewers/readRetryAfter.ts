/**
 * When a server that answered with a `retry-after` header may be asked again;
 * undefined where the header is missing or makes no sense.
 *
 * The header is in seconds or a date (RFC 9110, section 10.2.3).
 *
 * @public
 */
export function readRetryAfter(
  header: string | undefined,
  now: Date,
): Date | undefined {
  if (!header) return undefined;
  const time = /^\d{1,9}$/.test(header)
    ? now.getTime() + Number(header) * 1000
    : Date.parse(header);
  return Number.isNaN(time) ? undefined : new Date(time);
}
