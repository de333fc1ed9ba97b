import { Entity } from '@backstage/catalog-model';
import {
  EventOccurrence,
  ServiceEvent,
} from '@platform-product/backstage-plugin-common';
import { AttendeesDialog } from './AttendeesDialog';
import { EventDialog } from './EventDialog';
import { OccurrenceDialog } from './OccurrenceDialog';
import { RemoveEventDialog } from './RemoveEventDialog';
import { SubscribeDialog } from './SubscribeDialog';

/** What is open above the events, and about which of them. */
export type OpenEventDialog =
  | { readonly dialog: 'plan' | 'subscribe' }
  | { readonly dialog: 'edit' | 'remove'; readonly event: ServiceEvent }
  | {
      readonly dialog: 'one';
      readonly event: ServiceEvent;
      readonly occurrence: EventOccurrence;
    }
  | { readonly dialog: 'who'; readonly occurrence: EventOccurrence };

/** The dialog that is open; beside the events, which may move while somebody types. */
export function EventDialogs(props: {
  readonly open: OpenEventDialog;
  readonly entity: Entity;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { open, entity, ...dialog } = props;
  switch (open.dialog) {
    case 'subscribe':
      return <SubscribeDialog entity={entity} onClose={props.onClose} />;
    case 'plan':
      return <EventDialog {...dialog} entity={entity} />;
    case 'edit':
      return <EventDialog {...dialog} entity={entity} event={open.event} />;
    case 'remove':
      return <RemoveEventDialog {...dialog} event={open.event} />;
    case 'who':
      return (
        <AttendeesDialog occurrence={open.occurrence} onClose={props.onClose} />
      );
    default:
      return (
        <OccurrenceDialog
          {...dialog}
          event={open.event}
          occurrence={open.occurrence}
        />
      );
  }
}
