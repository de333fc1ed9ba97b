import {
  ReviewRequest,
  Suggestions,
} from '@platform-product/backstage-plugin-common';
import { Button, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { Person } from '../shared/Person';
import { Pill } from '../shared/Pill';
import { usePersonName } from '../shared/usePersonName';
import { useTexts } from '../shared/useTexts';
import { AskedNote } from './AskedNote';
import { useReviewTexts } from './useReviewTexts';

/** What was asked of whom since they were found, by user ref. */
export type News = ReadonlyMap<string, ReviewRequest | undefined>;

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: theme.spacing(2, 0, 1), padding: 0 },
  item: {
    display: 'grid',
    gridTemplateColumns: `${theme.spacing(3)}px minmax(0, 1fr) auto`,
    columnGap: theme.spacing(1.5),
    alignItems: 'center',
    padding: theme.spacing(1.5, 0),
    borderTop: '1px solid var(--bui-border-1)',
    [theme.breakpoints.down('xs')]: {
      gridTemplateColumns: `${theme.spacing(3)}px minmax(0, 1fr)`,
      rowGap: theme.spacing(1),
      '& > :last-child': { gridColumn: 2, justifySelf: 'start' },
    },
  },
  rank: { color: 'var(--bui-fg-secondary)', fontWeight: 600 },
  name: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: theme.spacing(1),
    fontWeight: 600,
    overflowWrap: 'anywhere',
  },
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
      variant={props.isFirst ? 'primary' : 'secondary'}
      onPress={() => props.onAsk(props.userRef)}
    >
      {t('reviewers.finder.askFor', { name })}
    </Button>
  );
}

/** Up to three people with the reasons for them. */
export function SuggestionList(props: {
  readonly found: Suggestions;
  readonly news: News;
  readonly onAsk: ((userRef: string) => void) | undefined;
  readonly onTakenBack: (userRef: string) => void;
}) {
  const { found, news, onAsk, onTakenBack } = props;
  const classes = useStyles();
  const t = useTexts();
  const { describeReason, describeOverlap } = useReviewTexts();
  return (
    <ol className={classes.list}>
      {found.suggestions.map((suggestion, index) => {
        const { userRef, reasons, openReviews, maxOpenReviews } = suggestion;
        const known = found.asked.find(({ reviewer }) => reviewer === userRef);
        const request = news.has(userRef) ? news.get(userRef) : known;
        // What has happened since is not in what was found.
        const more = Number(Boolean(request)) - Number(Boolean(known));
        const standing = [
          t('reviewers.finder.open', {
            open: `${openReviews + more}`,
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
              <Text as="div" variant="body-large" className={classes.name}>
                <Person userRef={userRef} />
                {suggestion.isOutside && (
                  <Pill isQuiet>{t('reviewers.finder.outside')}</Pill>
                )}
              </Text>
              <Text as="p">{reasons.map(describeReason).join('; ')}</Text>
              <Text as="p" color="secondary">
                {standing.filter(Boolean).join(' · ')}
              </Text>
            </div>
            {onAsk && request && (
              <AskedNote
                request={request}
                isNew={request !== known}
                onTakenBack={() => onTakenBack(userRef)}
              />
            )}
            {onAsk && !request && (
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
