import { formatMoment, formatRelative } from './dates';

/** A moment relative to now, with the exact one on hover. */
export function RelativeTime({ at }: { readonly at: string }) {
  return (
    <time dateTime={at} title={formatMoment(at)}>
      {formatRelative(at)}
    </time>
  );
}
