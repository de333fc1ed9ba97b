import { useState } from 'react';
import { EventOccurrence } from '@platform-product/backstage-plugin-common';
import { Button, DialogBody, DialogFooter, Text } from '@backstage/ui';
import { Dialog } from '../shared/Dialog';
import { Loaded } from '../shared/Loaded';
import { Person } from '../shared/Person';
import { ShowMore } from '../shared/ShowMore';
import { useTexts } from '../shared/useTexts';
import { formatSpanOf } from './eventTimes';
import { useAttendees } from './useAttendees';

const pageSize = 50;

/** Who comes, for the team of the service. */
export function AttendeesDialog(props: {
  readonly occurrence: EventOccurrence;
  readonly onClose: () => void;
}) {
  const { occurrence, onClose } = props;
  const t = useTexts();
  const [count, setCount] = useState(pageSize);
  const attendees = useAttendees(occurrence, count);
  return (
    <Dialog
      title={t('updates.events.whoTitle', {
        title: occurrence.event.title,
        when: formatSpanOf(occurrence),
      })}
      onClose={onClose}
    >
      <DialogBody>
        <Loaded
          result={attendees}
          errorTitle={t('updates.events.whoError')}
          height={120}
        >
          {({ items, totalItems }) =>
            items.length ? (
              <>
                <ul>
                  {items.map(({ userRef }) => (
                    <li key={userRef}>
                      <Person userRef={userRef} />
                    </li>
                  ))}
                </ul>
                <ShowMore
                  shown={items.length}
                  total={totalItems}
                  onMore={() => setCount(shown => shown + pageSize)}
                />
              </>
            ) : (
              <Text as="p">{t('updates.events.whoNobody')}</Text>
            )
          }
        </Loaded>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('shared.close')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
