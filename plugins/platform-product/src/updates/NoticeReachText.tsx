import { Notice } from '@platform-product/backstage-plugin-common';
import {
  isLate,
  timeToNotify,
} from '@platform-product/backstage-plugin-common/rules';
import { formatSpan } from '../shared/durations';
import { useTexts } from '../shared/useTexts';

/** How many have answered, and whether users were told late. */
export function NoticeReachText({ notice }: { readonly notice: Notice }) {
  const t = useTexts();
  const { reach, toldAfterwards } = notice;
  const told = timeToNotify(notice);
  const sentences = [
    reach &&
      (reach.entities
        ? t('updates.notices.reach', {
            count: reach.entities,
            answered: `${reach.answered}`,
          })
        : t('updates.notices.reachNone')),
    reach?.spared && t('updates.notices.spared', { count: reach.spared }),
    isLate(notice) &&
      (toldAfterwards || !told
        ? t('updates.notices.afterwards')
        : t('updates.notices.late', { span: formatSpan(told) })),
  ].filter(Boolean);
  return <>{sentences.join(' · ')}</>;
}
