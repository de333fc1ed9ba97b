import { useApi } from '@backstage/frontend-plugin-api';
import {
  entityParamsOf,
  EventInputSent,
  EventOccurrence,
  OccurrenceChange,
  ServiceEvent,
} from '@platform-product/backstage-plugin-common';
import { BodyOf } from '../api/BodyOf';
import { platformProductApiRef } from '../api/platformProductApiRef';

/** What a team does with events. */
export function useEventActions() {
  const api = useApi(platformProductApiRef);
  const nameOf = ({ id }: Pick<ServiceEvent, 'id'>) => ({ params: { id } });
  return {
    add: (
      entityRef: string,
      body: BodyOf<'addEvent'>,
      idempotencyKey: string,
    ) =>
      api.call('addEvent', {
        params: entityParamsOf(entityRef),
        body,
        idempotencyKey,
      }),
    change: (event: ServiceEvent, body: EventInputSent) =>
      api.call('changeEvent', {
        ...nameOf(event),
        body: { ...body, version: event.version },
      }),
    publish: (event: ServiceEvent) =>
      api.call('publishEvent', {
        ...nameOf(event),
        body: { version: event.version },
      }),
    remove: (event: ServiceEvent) => api.call('removeEvent', nameOf(event)),
    changeOccurrence: (
      event: ServiceEvent,
      { originalStart }: EventOccurrence,
      change: Omit<OccurrenceChange, 'version'>,
    ) =>
      api.call('changeOccurrence', {
        params: { id: event.id, start: originalStart },
        body: { ...change, version: event.version },
      }),
  };
}
