import { Link } from '@backstage/ui';
import { formatSpan } from '../shared/durations';
import { useServiceLink } from '../shared/useServiceLink';
import { useTexts } from '../shared/useTexts';
import { useNoticeMeasures } from './useNoticeMeasures';

const minute = 60_000;

/** How often, and how early, users were told of trouble; nothing where they never were. */
export function ReliabilityNote({ entityRef }: { readonly entityRef: string }) {
  const t = useTexts();
  const linkTo = useServiceLink();
  const { value } = useNoticeMeasures(entityRef);
  if (!value?.notices) return null;
  const period = t('updates.measures.period', { count: value.notices });
  return (
    <Link href={linkTo(entityRef, 'updates')}>
      {value.timeToNotify
        ? t('updates.measures.reliability', {
            period,
            span: formatSpan(value.timeToNotify.p50 * minute),
          })
        : period}
    </Link>
  );
}
