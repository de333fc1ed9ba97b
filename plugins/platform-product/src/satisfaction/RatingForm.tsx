import { FormEvent, useEffect, useRef } from 'react';
import { MyAnswer, Round } from '@platform-product/backstage-plugin-common';
import {
  longestComment,
  ratedFeatures,
} from '@platform-product/backstage-plugin-common/rules';
import { Button, Checkbox, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { describeError } from '../shared/describeError';
import { Message } from '../shared/Message';
import { TextArea } from '../shared/TextArea';
import { useFocus } from '../shared/useFocus';
import { Submission } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';
import { RatingField } from './RatingField';
import { useRatingDraft } from './useRatingDraft';

const useStyles = makeStyles(theme => ({
  comment: { margin: theme.spacing(2, 0, 1) },
  actions: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    marginTop: theme.spacing(2),
  },
}));

/** Five questions and a comment, as the reader answers them. */
export function RatingForm(props: {
  readonly entityRef: string;
  readonly round: Round;
  readonly answer: MyAnswer['answer'];
  /** Whether the comment is what it is about, to be listed as feedback. */
  readonly asFeedback?: boolean;
  /** Whether the reader has just asked for the form. */
  readonly takesFocus?: boolean;
  /** Hears whether there is something to lose. */
  readonly onDirty?: (isDirty: boolean) => void;
  readonly onSaved: (answer: NonNullable<MyAnswer['answer']>) => void;
  readonly onCancel?: () => void;
  /** Says that the reader does not want to answer. */
  readonly decline?: Submission;
}) {
  const { entityRef, round, answer, onDirty, onSaved, onCancel, decline } =
    props;
  const classes = useStyles();
  const t = useTexts();
  const { ratings, comment, asFeedback, change, forget, submission } =
    useRatingDraft({
      entityRef,
      roundId: round.id,
      answer,
      asFeedback: props.asFeedback,
      // A dialog asks before it discards anything.
      isKept: !onDirty,
      onSaved,
    });
  const formRef = useRef<HTMLFormElement>(null);
  useFocus(formRef, Boolean(props.takesFocus), 'input');
  const isEmpty = !Object.keys(ratings).length;
  const { loading, error, isDirty, run } = submission;
  useEffect(() => onDirty?.(isDirty), [onDirty, isDirty]);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!isEmpty && !loading) run();
  };
  return (
    <form
      ref={formRef}
      onSubmit={onSubmit}
      aria-label={t('satisfaction.rating.title')}
    >
      {ratedFeatures.map(feature => (
        <RatingField
          key={feature}
          feature={feature}
          value={ratings[feature]}
          onChange={rating =>
            change({ ratings: { ...ratings, [feature]: rating } })
          }
        />
      ))}
      <TextArea
        className={classes.comment}
        label={t('satisfaction.rating.comment')}
        help={t('satisfaction.rating.commentHelp', {
          number: `${round.commentThreshold}`,
        })}
        value={comment}
        onChange={text => change({ comment: text })}
        maxLength={longestComment}
        rows={1}
        // In a dialog, this is what the reader came for.
        takesFocus={props.asFeedback}
      />
      {(asFeedback || comment.trim()) && (
        <Checkbox
          isSelected={asFeedback}
          onChange={isFeedback => change({ asFeedback: isFeedback })}
        >
          {t('satisfaction.rating.asFeedback')}
        </Checkbox>
      )}
      {(error ?? decline?.error) && (
        <Message status="danger">
          {describeError((error ?? decline?.error)!)}
        </Message>
      )}
      <div className={classes.actions}>
        <Button type="submit" isDisabled={isEmpty} isPending={loading}>
          {t('satisfaction.rating.save')}
        </Button>
        {onCancel && (
          <Button
            variant="tertiary"
            onPress={() => {
              forget();
              onCancel();
            }}
          >
            {t('shared.cancel')}
          </Button>
        )}
        {isEmpty && props.asFeedback && (
          <Text as="p" color="secondary">
            {t('satisfaction.rating.needsOne')}
          </Text>
        )}
        {decline && !props.asFeedback && (
          <Button
            variant="tertiary"
            isPending={decline.loading}
            onPress={decline.run}
          >
            {t('satisfaction.rating.decline')}
          </Button>
        )}
      </div>
    </form>
  );
}
