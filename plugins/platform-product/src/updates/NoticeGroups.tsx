import { Entity } from '@backstage/catalog-model';
import {
  ConcerningNotice,
  Notice,
} from '@platform-product/backstage-plugin-common';
import { isOpen } from '@platform-product/backstage-plugin-common/rules';
import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { Intro } from '../shared/Intro';
import { useTexts } from '../shared/useTexts';
import { OpenDialog } from './NoticeDialogs';
import { NoticeDraftItem } from './NoticeDraftItem';
import { NoticeItem } from './NoticeItem';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  heading: { marginTop: theme.spacing(2) },
}));

/** Notices of a service, as far as they are shown. */
export interface NoticePage {
  readonly items: readonly Notice[];
  readonly totalItems: number;
}

/** What is happening, drafts, and what is over. */
export function NoticeGroups(props: {
  readonly entity: Entity;
  readonly page: NoticePage;
  readonly concerning: readonly ConcerningNotice[];
  readonly canWrite: boolean;
  readonly onOpen: (
    dialog: Exclude<OpenDialog['dialog'], 'write'>,
    notice: Notice,
  ) => void;
  readonly onChanged: () => void;
}) {
  const { entity, page, concerning, canWrite, onOpen, onChanged } = props;
  const classes = useStyles();
  const t = useTexts();
  const { items } = page;
  const drafts = items.filter(({ publishedAt }) => !publishedAt);
  const published = items.filter(({ publishedAt }) => publishedAt);
  const open = published.filter(isOpen);
  const ownOf = ({ id }: Notice) =>
    concerning.flatMap(({ notice, concerned, canAnswer }) =>
      canAnswer && notice.id === id && !concerned.answer
        ? [concerned.entityRef]
        : [],
    );
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
                notice={notice}
                goesOnIn={published.find(({ id }) => id === notice.mergedInto)}
                own={ownOf(notice)}
                serviceTitle={entity.metadata.title || entity.metadata.name}
                canWrite={canWrite}
                onOpen={onOpen}
                onAnswered={onChanged}
              />
            ) : (
              <NoticeDraftItem key={notice.id} draft={notice} onOpen={onOpen} />
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
