import { useState } from 'react';
import { Entity } from '@backstage/catalog-model';
import { Notice } from '@platform-product/backstage-plugin-common';
import { isOpen } from '@platform-product/backstage-plugin-common/rules';
import { Button, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { Intro } from '../shared/Intro';
import { Loaded } from '../shared/Loaded';
import { Section } from '../shared/Section';
import { ShowMore } from '../shared/ShowMore';
import { LoadResult } from '../shared/useLoaded';
import { useTexts } from '../shared/useTexts';
import { NoticeDraftItem } from './NoticeDraftItem';
import { NoticeItem } from './NoticeItem';
import { NoticeDialog } from './NoticeDialog';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  heading: { marginTop: theme.spacing(2) },
}));

interface NoticePage {
  readonly items: readonly Notice[];
  readonly totalItems: number;
}

/** The notices of a service: what is happening, drafts, and what is over. */
export function NoticesSection(props: {
  readonly entity: Entity;
  readonly notices: LoadResult<NoticePage>;
  readonly canWrite: boolean;
  readonly onChanged: () => void;
  readonly onMore: () => void;
}) {
  const { entity, notices, canWrite, onChanged, onMore } = props;
  const t = useTexts();
  const [isWriting, setWriting] = useState(false);
  return (
    <Section
      title={t('updates.notices.title')}
      action={
        canWrite && (
          <Button onPress={() => setWriting(true)}>
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
        {value => <Groups {...props} page={value} />}
      </Loaded>
      {notices.value && (
        <ShowMore
          shown={notices.value.items.length}
          total={notices.value.totalItems}
          onMore={onMore}
        />
      )}
      {isWriting && (
        <NoticeDialog
          entity={entity}
          notices={notices.value?.items ?? []}
          onClose={() => setWriting(false)}
          onDone={onChanged}
        />
      )}
    </Section>
  );
}

function Groups(props: {
  readonly entity: Entity;
  readonly page: NoticePage;
  readonly canWrite: boolean;
  readonly onChanged: () => void;
}) {
  const { page, canWrite } = props;
  const classes = useStyles();
  const t = useTexts();
  const { items } = page;
  const drafts = items.filter(({ publishedAt }) => !publishedAt);
  const published = items.filter(({ publishedAt }) => publishedAt);
  const open = published.filter(isOpen);
  const over = published.filter(notice => !isOpen(notice));
  const showAll = (title: string | undefined, notices: readonly Notice[]) =>
    notices.length > 0 && (
      <>
        {title && (
          <Text as="h3" color="secondary" className={classes.heading}>
            {title}
          </Text>
        )}
        <ul className={classes.list}>
          {notices.map(notice =>
            notice.publishedAt ? (
              <NoticeItem
                key={notice.id}
                {...props}
                notice={notice}
                others={published.filter(({ id }) => id !== notice.id)}
              />
            ) : (
              <NoticeDraftItem
                key={notice.id}
                {...props}
                draft={notice}
                notices={items}
              />
            ),
          )}
        </ul>
      </>
    );
  return (
    <>
      {open.length === 0 && <Intro>{t('updates.notices.none')}</Intro>}
      {items.length === 0 && (
        <Text as="p">
          {canWrite
            ? t('updates.notices.emptyTeam')
            : t('updates.notices.empty')}
        </Text>
      )}
      {showAll(undefined, open)}
      {showAll(t('updates.notices.drafts'), drafts)}
      {showAll(t('updates.notices.over'), over)}
    </>
  );
}
