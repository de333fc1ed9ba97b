import { useState } from 'react';
import { Entity } from '@backstage/catalog-model';
import { ConcerningNotice } from '@platform-product/backstage-plugin-common';
import { Button } from '@backstage/ui';
import { Loaded } from '../shared/Loaded';
import { Section } from '../shared/Section';
import { ShowMore } from '../shared/ShowMore';
import { LoadResult } from '../shared/useLoaded';
import { useTexts } from '../shared/useTexts';
import { NoticeDialogs, OpenDialog } from './NoticeDialogs';
import { NoticeGroups, NoticePage } from './NoticeGroups';

/** The notices of a service: what is happening, drafts, and what is over. */
export function NoticesSection(props: {
  readonly entity: Entity;
  readonly notices: LoadResult<NoticePage>;
  /** What concerns the reader’s own entities. */
  readonly concerning: readonly ConcerningNotice[];
  readonly canWrite: boolean;
  readonly onChanged: () => void;
  readonly onMore: () => void;
}) {
  const { entity, notices, canWrite, onChanged, onMore } = props;
  const t = useTexts();
  const [open, setOpen] = useState<OpenDialog>();
  return (
    <Section
      title={t('updates.notices.title')}
      action={
        canWrite && (
          <Button onPress={() => setOpen({ dialog: 'write' })}>
            {t('updates.notices.publish')}
          </Button>
        )
      }
    >
      <Loaded
        result={notices}
        errorTitle={t('updates.notices.error')}
        height={160}
      >
        {value => (
          <NoticeGroups
            {...props}
            page={value}
            onOpen={(dialog, notice) => setOpen({ dialog, notice })}
          />
        )}
      </Loaded>
      {notices.value && (
        <ShowMore
          shown={notices.value.items.length}
          total={notices.value.totalItems}
          onMore={onMore}
        />
      )}
      {open && (
        <NoticeDialogs
          open={open}
          entity={entity}
          notices={notices.value?.items ?? []}
          onClose={() => setOpen(undefined)}
          onDone={onChanged}
        />
      )}
    </Section>
  );
}
