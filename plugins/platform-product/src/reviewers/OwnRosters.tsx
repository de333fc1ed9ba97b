import { useState } from 'react';
import {
  EntityRefLink,
  useEntityPresentation,
} from '@backstage/plugin-catalog-react';
import { MyReviews } from '@platform-product/backstage-plugin-common';
import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { ActionButton } from '../shared/ActionButton';
import { useTexts } from '../shared/useTexts';
import { EndDialog, endOf } from './EndDialog';
import { useReviewTexts } from './useReviewTexts';

const useStyles = makeStyles(theme => ({
  list: { margin: 0, padding: 0, listStyle: 'none' },
  roster: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'flex-start',
    gap: theme.spacing(2),
    padding: theme.spacing(1, 0),
    '&:not(:first-child)': { borderTop: '1px solid var(--bui-border-1)' },
  },
}));

function EndButton(props: {
  readonly item: MyReviews['roster'][number];
  readonly userRef: string;
  readonly onChanged: () => void;
}) {
  const { item, userRef, onChanged } = props;
  const t = useTexts();
  const [isEnding, setEnding] = useState(false);
  const { primaryTitle } = useEntityPresentation(item.entityRef);
  return (
    <>
      <ActionButton
        variant="tertiary"
        text={t(endOf(item, 'person'))}
        about={primaryTitle}
        onPress={() => setEnding(true)}
      />
      {isEnding && (
        <EndDialog
          entry={{ ...item, userRef }}
          side="person"
          entityRef={item.entityRef}
          service={primaryTitle}
          onClose={() => setEnding(false)}
          onDone={onChanged}
        />
      )}
    </>
  );
}

/** The rosters that the reader is on, and the way off them. */
export function OwnRosters(props: {
  readonly roster: MyReviews['roster'];
  readonly userRef: string;
  readonly onChanged: () => void;
}) {
  const { roster, userRef, onChanged } = props;
  const classes = useStyles();
  const t = useTexts();
  const { describeTerms } = useReviewTexts();
  if (!roster.length) {
    return (
      <Text as="p" color="secondary">
        {t('reviewers.reviews.rosterEmpty')}
      </Text>
    );
  }
  return (
    <ul className={classes.list}>
      {roster.map(item => {
        const { entityRef, status, agreed, proposed } = item;
        const terms = agreed ?? proposed;
        return (
          <li key={entityRef} className={classes.roster}>
            <div>
              <EntityRefLink entityRef={entityRef} hideIcon />
              <Text as="div" variant="body-small" color="secondary">
                {[
                  t(`reviewers.roster.status.${status}`),
                  terms && describeTerms(terms),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
            </div>
            {status !== 'emeritus' && (
              <EndButton item={item} userRef={userRef} onChanged={onChanged} />
            )}
          </li>
        );
      })}
    </ul>
  );
}
