import { useApi } from '@backstage/frontend-plugin-api';
import { EventOccurrence } from '@platform-product/backstage-plugin-common';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';

/** Says that the reader comes, or does not come after all. */
export function useAttendance(
  { event, originalStart, isComing }: EventOccurrence,
  onDone: () => void,
) {
  const t = useTexts();
  const api = useApi(platformProductApiRef);
  const named = { params: { id: event.id, start: originalStart } };
  return useSubmit({
    alertsErrors: true,
    doneText: isComing
      ? t('updates.events.comingUndone')
      : t('updates.events.comingDone'),
    submit: () => api.call(isComing ? 'unattend' : 'attend', named),
    onDone,
  });
}
