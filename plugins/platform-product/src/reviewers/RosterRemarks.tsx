import { Roster } from '@platform-product/backstage-plugin-common';
import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { Message } from '../shared/Message';
import { useTexts } from '../shared/useTexts';

const mostProblems = 5;

const useStyles = makeStyles(theme => ({
  remarks: {
    display: 'grid',
    gap: theme.spacing(1),
    marginTop: theme.spacing(2),
  },
  problems: { margin: 0, paddingLeft: theme.spacing(2) },
}));

/** What is missing or wrong, and what it would add. */
export function RosterRemarks({ roster }: { readonly roster: Roster }) {
  const classes = useStyles();
  const t = useTexts();
  const { ownership, history } = roster;
  const missing = history.repositoryUrl
    ? [
        // What could not be read is not known to be missing.
        ownership.urls.length === 0 &&
          !ownership.error &&
          t('reviewers.roster.missingOwnership'),
        !history.source && t('reviewers.roster.missingHistory'),
      ].filter(Boolean)
    : [t('reviewers.roster.missingRepository')];
  return (
    <div className={classes.remarks}>
      {ownership.problems.length > 0 && (
        <Message status="warning">
          {t('reviewers.roster.problems', { count: ownership.problems.length })}
          <ul className={classes.problems}>
            {ownership.problems.slice(0, mostProblems).map(problem => (
              <li key={`${problem.url} ${problem.line}`}>
                {t('reviewers.roster.problem', {
                  line: `${problem.line}`,
                  reason: problem.reason,
                })}
              </li>
            ))}
          </ul>
        </Message>
      )}
      {ownership.error && (
        <Message status="warning">
          {t('reviewers.roster.ownershipError', { error: ownership.error })}
        </Message>
      )}
      {history.error && (
        <Message status="warning">
          {t('reviewers.roster.historyError', { error: history.error })}
        </Message>
      )}
      {missing.map(text => (
        <Text key={`${text}`} as="p" color="secondary">
          {text}
        </Text>
      ))}
    </div>
  );
}
