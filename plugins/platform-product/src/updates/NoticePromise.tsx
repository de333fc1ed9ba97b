import { Notice } from '@platform-product/backstage-plugin-common';
import { overdueBy } from '@platform-product/backstage-plugin-common/rules';
import { formatMoment } from '../shared/dates';
import { formatSpan } from '../shared/durations';
import { useTexts } from '../shared/useTexts';
import { useNow } from './useNow';

/** When the next update is due, counted down; or for how long it is overdue. */
export function NoticePromise({ notice }: { readonly notice: Notice }) {
  const t = useTexts();
  const now = useNow();
  const { nextUpdateDueAt } = notice;
  if (!nextUpdateDueAt) return null;
  const overdue = overdueBy(notice, now);
  const span = formatSpan(overdue ?? Date.parse(nextUpdateDueAt) - +now);
  return (
    <time dateTime={nextUpdateDueAt} title={formatMoment(nextUpdateDueAt)}>
      {overdue === undefined ? (
        t('updates.notices.due', { span })
      ) : (
        <strong>{t('updates.notices.overdue', { span })}</strong>
      )}
    </time>
  );
}
