import { Roster } from '@platform-product/backstage-plugin-common';
import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { ActionButton } from '../shared/ActionButton';
import { Fold } from '../shared/Fold';
import { Intro } from '../shared/Intro';
import { Person } from '../shared/Person';
import { useTexts } from '../shared/useTexts';

type Candidate = Roster['candidates'][number];

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0, width: '100%' },
  item: {
    display: 'flex',
    gap: theme.spacing(2),
    alignItems: 'center',
    justifyContent: 'space-between',
    padding: theme.spacing(0.75, 0),
    overflowWrap: 'anywhere',
  },
}));

/** People who might become reviewers, and why anybody thinks so. */
export function CandidateList(props: {
  readonly candidates: readonly Candidate[];
  /** Absent where the reader may not invite. */
  readonly onInvite: ((userRef: string) => void) | undefined;
}) {
  const { candidates, onInvite } = props;
  const classes = useStyles();
  const t = useTexts();
  const describe = (source: Candidate['sources'][number]) => {
    switch (source.kind) {
      case 'ownership-file':
        return [
          t('reviewers.roster.sources.ownership', { pattern: source.pattern }),
          source.via &&
            t('reviewers.roster.sources.via', { group: source.via }),
        ]
          .filter(Boolean)
          .join(' ');
      case 'history':
        return [
          t('reviewers.roster.sources.reviews', { count: source.reviews }),
          t('reviewers.roster.sources.changes', { count: source.changes }),
        ].join(', ');
      default:
        return t('reviewers.roster.sources.annotation');
    }
  };
  if (!candidates.length) return null;
  const title = onInvite
    ? t('reviewers.roster.candidates')
    : t('reviewers.roster.others');
  return (
    <Fold title={`${title} (${candidates.length})`}>
      <Intro>{t('reviewers.roster.candidatesHint')}</Intro>
      <ul className={classes.list}>
        {candidates.map(({ userRef, name, sources }) => (
          <li key={userRef ?? name} className={classes.item}>
            <div>
              <Person userRef={userRef} name={name} />
              <Text as="div" variant="body-small" color="secondary">
                {[
                  ...sources.slice(0, 3).map(describe),
                  ...(userRef ? [] : [t('reviewers.roster.unmapped')]),
                ].join(' · ')}
              </Text>
            </div>
            {userRef && onInvite && (
              <ActionButton
                variant="tertiary"
                text={t('reviewers.roster.invite')}
                about={name}
                onPress={() => onInvite(userRef)}
              />
            )}
          </li>
        ))}
      </ul>
    </Fold>
  );
}
