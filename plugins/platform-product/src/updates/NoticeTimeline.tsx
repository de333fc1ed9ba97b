import {
  Notice,
  NoticeUpdate,
} from '@platform-product/backstage-plugin-common';
import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { formatUtc } from '../shared/dates';
import { ExternalLink } from '../shared/ExternalLink';
import { Person } from '../shared/Person';
import { RelativeTime } from '../shared/RelativeTime';
import { useTexts } from '../shared/useTexts';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    padding: theme.spacing(0.5, 0, 0.5, 1.5),
    marginBottom: theme.spacing(1),
    borderLeft: '2px solid var(--bui-border-1)',
    overflowWrap: 'anywhere',
  },
  text: { whiteSpace: 'pre-line' },
}));

/** All that was said of a notice, the newest first. */
export function NoticeTimeline({ notice }: { readonly notice: Notice }) {
  const classes = useStyles();
  const t = useTexts();
  const { updates } = notice;
  const corrected = new Set(updates.map(({ corrects }) => corrects));
  return (
    <ol className={classes.list}>
      {updates.map(update => (
        <li key={update.id} className={classes.item}>
          <Text as="p" variant="body-small" color="secondary">
            <strong>{t(`updates.statuses.${update.status}`)}</strong>
            {update.status === 'post-mortem' &&
              ` (${
                update.isFinal
                  ? t('updates.notices.final')
                  : t('updates.notices.preliminary')
              })`}{' '}
            · <RelativeTime at={update.at} /> ·{' '}
            {update.by ? (
              <Person userRef={update.by} />
            ) : (
              t('updates.notices.byTime')
            )}
          </Text>
          <Correction update={update} updates={updates} />
          <Text as="p" className={classes.text}>
            {corrected.has(update.id) ? (
              <>
                <s>{update.text}</s> {t('updates.notices.corrected')}
              </>
            ) : (
              update.text
            )}
          </Text>
          {update.link && (
            <ExternalLink href={update.link}>
              {t('updates.notices.link')}
            </ExternalLink>
          )}
        </li>
      ))}
    </ol>
  );
}

function Correction(props: {
  readonly update: NoticeUpdate;
  readonly updates: readonly NoticeUpdate[];
}) {
  const t = useTexts();
  const original = props.updates.find(({ id }) => id === props.update.corrects);
  return original ? (
    <Text as="p" color="secondary">
      {t('updates.notices.correction', { at: formatUtc(original.at) })}
    </Text>
  ) : null;
}
