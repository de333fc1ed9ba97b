import { Suggestion } from '@platform-product/backstage-plugin-common';
import Chip from '@material-ui/core/Chip';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Button } from '../shared/Button';
import { Person } from '../shared/Person';
import { usePersonName } from '../shared/usePersonName';
import { useTexts } from '../shared/useTexts';
import { useReviewTexts } from './useReviewTexts';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: theme.spacing(2, 0, 1), padding: 0 },
  item: {
    display: 'grid',
    gridTemplateColumns: `${theme.spacing(3)}px minmax(0, 1fr) auto`,
    columnGap: theme.spacing(1.5),
    alignItems: 'center',
    padding: theme.spacing(1.5, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
  },
  rank: { color: theme.palette.text.secondary, fontWeight: 600 },
  name: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: theme.spacing(1),
    fontWeight: 600,
    overflowWrap: 'anywhere',
  },
  chip: { margin: 0, fontWeight: 'normal' },
}));

function AskButton(props: {
  readonly userRef: string;
  readonly isFirst: boolean;
  readonly onAsk: (userRef: string) => void;
}) {
  const t = useTexts();
  const name = usePersonName(props.userRef);
  return (
    <Button
      size="small"
      variant={props.isFirst ? 'contained' : 'outlined'}
      color={props.isFirst ? 'primary' : 'default'}
      onClick={() => props.onAsk(props.userRef)}
    >
      {t('finder.askFor', { name })}
    </Button>
  );
}

/** Up to three people with the reasons for them. */
export function SuggestionList(props: {
  readonly suggestions: readonly Suggestion[];
  readonly onAsk: ((userRef: string) => void) | undefined;
}) {
  const { suggestions, onAsk } = props;
  const classes = useStyles();
  const t = useTexts();
  const { describeReason, describeOverlap } = useReviewTexts();
  return (
    <ol className={classes.list}>
      {suggestions.map((suggestion, index) => {
        const { userRef, reasons, openReviews, maxOpenReviews } = suggestion;
        const standing = [
          t('finder.open', {
            open: `${openReviews}`,
            most: `${maxOpenReviews}`,
          }),
          describeOverlap(suggestion),
        ];
        return (
          <li key={userRef} className={classes.item}>
            <span className={classes.rank} aria-hidden>
              {index + 1}
            </span>
            <div>
              <Typography component="div" className={classes.name}>
                <Person userRef={userRef} />
                {suggestion.isOutside && (
                  <Chip
                    className={classes.chip}
                    size="small"
                    variant="outlined"
                    label={t('finder.outside')}
                  />
                )}
              </Typography>
              <Typography variant="body2">
                {reasons.map(describeReason).join('; ')}
              </Typography>
              <Typography variant="body2" color="textSecondary">
                {standing.filter(Boolean).join(' · ')}
              </Typography>
            </div>
            {onAsk && (
              <AskButton
                userRef={userRef}
                isFirst={index === 0}
                onAsk={onAsk}
              />
            )}
          </li>
        );
      })}
    </ol>
  );
}
