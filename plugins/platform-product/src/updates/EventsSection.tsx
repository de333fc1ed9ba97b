import { useCallback, useState } from 'react';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { Button, Flex } from '@backstage/ui';
import { Loaded } from '../shared/Loaded';
import { Section } from '../shared/Section';
import { useTexts } from '../shared/useTexts';
import { EventDialogs, OpenEventDialog } from './EventDialogs';
import { EventGroups } from './EventGroups';
import { useEvents } from './useEvents';
import { useOccurrences } from './useOccurrences';

/** When users of a service can meet its team: what is coming, and drafts for the team. */
export function EventsSection(props: {
  readonly entity: Entity;
  /** Whether the reader is of the team. */
  readonly canWrite: boolean;
  readonly canAttend: boolean;
}) {
  const { entity, canWrite, canAttend } = props;
  const t = useTexts();
  const entityRef = stringifyEntityRef(entity);
  const occurrences = useOccurrences(entityRef);
  const events = useEvents(entityRef, canWrite);
  const [open, setOpen] = useState<OpenEventDialog>();
  const { reload: reloadOccurrences } = occurrences;
  const { reload: reloadEvents } = events;
  const reload = useCallback(() => {
    reloadOccurrences();
    reloadEvents();
  }, [reloadOccurrences, reloadEvents]);
  const planned = events.value ?? [];
  return (
    <Section
      title={t('updates.events.title')}
      action={
        <Flex gap="2">
          <Button
            variant="tertiary"
            onPress={() => setOpen({ dialog: 'subscribe' })}
          >
            {t('updates.events.subscribe.open')}
          </Button>
          {canWrite && (
            <Button
              variant="secondary"
              onPress={() => setOpen({ dialog: 'plan' })}
            >
              {t('updates.events.plan')}
            </Button>
          )}
        </Flex>
      }
    >
      <Loaded
        result={occurrences}
        errorTitle={t('updates.events.error')}
        height={120}
      >
        {({ items }) => (
          <EventGroups
            occurrences={items}
            drafts={planned.filter(({ publishedAt }) => !publishedAt)}
            planned={planned}
            canWrite={canWrite}
            canAttend={canAttend}
            onOpen={setOpen}
            onChanged={reload}
          />
        )}
      </Loaded>
      {open && (
        <EventDialogs
          open={open}
          entity={entity}
          onClose={() => setOpen(undefined)}
          onDone={reload}
        />
      )}
    </Section>
  );
}
