import { Notice } from '@platform-product/backstage-plugin-common';
import { nextStatuses } from '@platform-product/backstage-plugin-common/rules';
import { useTexts } from '../shared/useTexts';

/** Where a notice can go from where it stands, as options. */
export function useFollowUpStatuses(notice: Notice, others: readonly Notice[]) {
  const t = useTexts();
  return nextStatuses(notice)
    .filter(status => status !== 'merged' || others.length > 0)
    .map(value => ({ value, label: t(`updates.statuses.${value}`) }));
}
