import { Roster } from '@platform-product/backstage-plugin-common';
import Accordion from '@material-ui/core/Accordion';
import AccordionDetails from '@material-ui/core/AccordionDetails';
import AccordionSummary from '@material-ui/core/AccordionSummary';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import { Button } from '../shared/Button';
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
  details: { display: 'block' },
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
          t('roster.sources.ownership', { pattern: source.pattern }),
          source.via && t('roster.sources.via', { group: source.via }),
        ]
          .filter(Boolean)
          .join(' ');
      case 'history':
        return [
          t('roster.sources.reviews', { count: source.reviews }),
          t('roster.sources.changes', { count: source.changes }),
        ].join(', ');
      default:
        return t('roster.sources.annotation');
    }
  };
  if (!candidates.length) return null;
  return (
    <Accordion elevation={0}>
      <AccordionSummary expandIcon={<ExpandMoreIcon />}>
        <Typography variant="subtitle2" component="h3">
          {t('roster.candidates')} ({candidates.length})
        </Typography>
      </AccordionSummary>
      <AccordionDetails className={classes.details}>
        <Typography variant="body2" color="textSecondary" gutterBottom>
          {t('roster.candidatesHint')}
        </Typography>
        <ul className={classes.list}>
          {candidates.map(({ userRef, name, sources }) => (
            <li key={userRef ?? name} className={classes.item}>
              <div>
                <Person userRef={userRef} name={name} />
                <Typography
                  variant="caption"
                  display="block"
                  color="textSecondary"
                >
                  {[
                    ...sources.slice(0, 3).map(describe),
                    ...(userRef ? [] : [t('roster.unmapped')]),
                  ].join(' · ')}
                </Typography>
              </div>
              {userRef && onInvite && (
                <Button size="small" onClick={() => onInvite(userRef)}>
                  {t('roster.invite')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </AccordionDetails>
    </Accordion>
  );
}
