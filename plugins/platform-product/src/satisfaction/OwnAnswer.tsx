import { useRef, useState } from 'react';
import { MyAnswer, Round } from '@platform-product/backstage-plugin-common';
import { ratedFeatures } from '@platform-product/backstage-plugin-common/rules';
import { Button, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { FormDialog } from '../shared/FormDialog';
import { useFocus } from '../shared/useFocus';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';
import { useAnswering } from './useAnswering';
import { useFeatureTexts } from './useFeatureTexts';

const useStyles = makeStyles(theme => ({
  ratings: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1, 4),
    margin: theme.spacing(0, 0, 1),
    '& dt': { color: 'var(--bui-fg-secondary)', ...theme.typography.body2 },
    '& dd': { margin: 0, fontWeight: theme.typography.fontWeightBold },
  },
  comment: { overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
  actions: {
    display: 'flex',
    gap: theme.spacing(1),
    marginTop: theme.spacing(1),
  },
}));

/** What the reader has answered, which nobody else sees. */
export function OwnAnswer(props: {
  readonly entityRef: string;
  readonly round: Round;
  readonly answer: NonNullable<MyAnswer['answer']>;
  /** Whether it was saved just now. */
  readonly takesFocus: boolean;
  readonly onChange: () => void;
  readonly onWithdrawn: () => void;
}) {
  const { entityRef, round, answer, takesFocus, onWithdrawn } = props;
  const classes = useStyles();
  const t = useTexts();
  const textsOf = useFeatureTexts();
  const { withdraw } = useAnswering(entityRef);
  const [isTakingBack, setTakingBack] = useState(false);
  const changeRef = useRef<HTMLButtonElement>(null);
  useFocus(changeRef, takesFocus);
  const withdrawal = useSubmit({
    doneText: t('satisfaction.rating.withdrawn'),
    submit: async () => {
      await withdraw();
      onWithdrawn();
    },
  });
  return (
    <>
      <dl className={classes.ratings}>
        {ratedFeatures.map(feature => {
          const rating = answer.ratings[feature];
          return (
            <div key={feature}>
              <dt>{textsOf(feature).name}</dt>
              <dd>
                {typeof rating === 'number' && `${rating} / 5`}
                {rating === 'cant-say' && t('satisfaction.rating.cantSay')}
                {rating === undefined && t('satisfaction.rating.leftOut')}
              </dd>
            </div>
          );
        })}
      </dl>
      {answer.comment && (
        <Text as="p" className={classes.comment}>
          “{answer.comment}”
        </Text>
      )}
      {answer.comment && answer.asFeedback && (
        <Text as="p" color="secondary">
          {t('satisfaction.rating.willBeListed', {
            number: `${round.commentThreshold}`,
          })}
        </Text>
      )}
      <div className={classes.actions}>
        <Button ref={changeRef} variant="secondary" onPress={props.onChange}>
          {t('satisfaction.rating.change')}
        </Button>
        <Button variant="tertiary" onPress={() => setTakingBack(true)}>
          {t('satisfaction.rating.withdraw')}
        </Button>
      </div>
      {isTakingBack && (
        <FormDialog
          title={t('satisfaction.rating.withdrawTitle')}
          intro={t('satisfaction.rating.withdrawIntro')}
          submitText={t('satisfaction.rating.withdraw')}
          submission={withdrawal}
          onClose={() => setTakingBack(false)}
        />
      )}
    </>
  );
}
