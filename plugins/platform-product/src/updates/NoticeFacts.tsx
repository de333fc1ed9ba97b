import { Fragment } from 'react';
import { Notice } from '@platform-product/backstage-plugin-common';
import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../shared/useTexts';
import { useNoticeTexts } from './useNoticeTexts';

const useStyles = makeStyles(theme => ({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    gap: theme.spacing(0.5, 2),
    margin: theme.spacing(1, 0, 0),
    overflowWrap: 'anywhere',
    '& dt': { color: 'var(--bui-fg-secondary)' },
    '& dd': { margin: 0, whiteSpace: 'pre-line' },
    [theme.breakpoints.down('xs')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
      '& dd': { marginBottom: theme.spacing(1) },
    },
  },
  text: { whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
}));

/** What users have to know of a notice: when, what, what not, and what to do. */
export function NoticeFacts({ notice }: { readonly notice: Notice }) {
  const classes = useStyles();
  const t = useTexts();
  const { windowOf, localWindowOf, dataOf } = useNoticeTexts();
  const { whatToDo, notAffected, safeAgain, data } = notice;
  // What was said first may have been wrong.
  const text = notice.updates[0]?.text ?? notice.text;
  const facts = [
    data && [t('updates.notices.data'), dataOf(data)],
    whatToDo && [t('updates.notices.whatToDo'), whatToDo],
    notAffected && [t('updates.notices.notAffected'), notAffected],
    safeAgain && [t('updates.notices.safeAgain'), safeAgain],
  ].filter(Array.isArray);
  const window = windowOf(notice);
  return (
    <>
      {window && (
        <Text as="p" color="secondary" title={localWindowOf(notice)}>
          {window}
        </Text>
      )}
      {text && (
        <Text as="p" className={classes.text}>
          {text}
        </Text>
      )}
      {facts.length > 0 && (
        <dl className={classes.facts}>
          {facts.map(([term, fact]) => (
            <Fragment key={term}>
              <dt>{term}</dt>
              <dd>{fact}</dd>
            </Fragment>
          ))}
        </dl>
      )}
    </>
  );
}
