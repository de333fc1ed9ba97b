import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Notice } from '@platform-product/backstage-plugin-common';
import { Link, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { isOpen } from '@platform-product/backstage-plugin-common/rules';
import { Loaded } from '../shared/Loaded';
import { Section } from '../shared/Section';
import { useServiceLink } from '../shared/useServiceLink';
import { useTexts } from '../shared/useTexts';
import { NoticeMark } from './NoticeMark';
import { NoticePromise } from './NoticePromise';
import { useNotices } from './useNotices';

const mostShown = 3;

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: { padding: theme.spacing(0.5, 0), overflowWrap: 'anywhere' },
}));

/** What users should hear of the service whose page this is, in short. */
export function UpdatesCard() {
  const t = useTexts();
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const linkTo = useServiceLink();
  const notices = useNotices(entityRef, mostShown);
  return (
    <Section
      title={t('updates.card.title')}
      action={
        <Link href={linkTo(entityRef, 'updates')} standalone>
          {t('updates.card.all')}
        </Link>
      }
    >
      <Loaded
        result={notices}
        errorTitle={t('updates.notices.error')}
        height={72}
      >
        {({ items }) => (
          <OpenNotices
            notices={items.filter(
              notice => notice.publishedAt && isOpen(notice),
            )}
          />
        )}
      </Loaded>
    </Section>
  );
}

function OpenNotices({ notices }: { readonly notices: readonly Notice[] }) {
  const classes = useStyles();
  const t = useTexts();
  if (!notices.length) return <Text as="p">{t('updates.card.none')}</Text>;
  return (
    <ul className={classes.list}>
      {notices.map(notice => (
        <li key={notice.id} className={classes.item}>
          <NoticeMark notice={notice} />
          <Text as="p" weight="bold">
            {notice.title}
          </Text>
          <Text as="p" variant="body-small" color="secondary">
            <NoticePromise notice={notice} />
          </Text>
        </li>
      ))}
    </ul>
  );
}
