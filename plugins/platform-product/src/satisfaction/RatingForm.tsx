import { FormEvent, useRef, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  entityParamsOf,
  MyAnswer,
  Ratings,
  Round,
} from '@platform-product/backstage-plugin-common';
import {
  longestComment,
  ratedFeatures,
} from '@platform-product/backstage-plugin-common/rules';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { Button } from '../shared/Button';
import { describeError } from '../shared/describeError';
import { Field } from '../shared/Field';
import { useFocus } from '../shared/useFocus';
import { Submission, useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';
import { RatingField } from './RatingField';

const useStyles = makeStyles(theme => ({
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
  readonly onSaved: (answer: NonNullable<MyAnswer['answer']>) => void;
  readonly onCancel?: () => void;
  /** Says that the reader does not want to answer. */
  readonly decline?: Submission;
}) {
  const { entityRef, round, answer, onSaved, onCancel, decline } = props;
  const classes = useStyles();
  const t = useTexts();
  const api = useApi(platformProductApiRef);
  const [ratings, setRatings] = useState<Ratings>(answer?.ratings ?? {});
  const [comment, setComment] = useState(answer?.comment ?? '');
  const [asFeedback, setAsFeedback] = useState(
    props.asFeedback ?? answer?.asFeedback ?? false,
  );
  const commentRef = useRef<HTMLTextAreaElement>(null);
  // In a dialog, this is what the reader came for.
  useFocus(commentRef, Boolean(props.asFeedback));
  const formRef = useRef<HTMLFormElement>(null);
  useFocus(formRef, Boolean(props.takesFocus), 'input');
  const isEmpty = !Object.keys(ratings).length;
  const { loading, error, run } = useSubmit({
    doneText: t('rating.saved'),
    submit: async () => {
      const saved = {
        ratings,
        comment: comment.trim() || undefined,
        asFeedback: (asFeedback && Boolean(comment.trim())) || undefined,
      };
      await api.call('putMyAnswer', {
        params: entityParamsOf(entityRef),
        body: saved,
      });
      onSaved(saved);
    },
  });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!isEmpty && !loading) run();
  };
  return (
    <form ref={formRef} onSubmit={onSubmit} aria-label={t('rating.title')}>
      {ratedFeatures.map(feature => (
        <RatingField
          key={feature}
          feature={feature}
          value={ratings[feature]}
          onChange={value => setRatings({ ...ratings, [feature]: value })}
        />
      ))}
      <Field
        label={t('rating.comment')}
        helperText={t('rating.commentHelp', {
          number: `${round.commentThreshold}`,
        })}
        value={comment}
        onChange={event => setComment(event.target.value)}
        inputProps={{ maxLength: longestComment }}
        margin="normal"
        variant="outlined"
        size="small"
        inputRef={commentRef}
        multiline
        maxRows={6}
        fullWidth
      />
      {(asFeedback || comment.trim()) && (
        <FormControlLabel
          control={
            <Checkbox
              color="primary"
              size="small"
              checked={asFeedback}
              onChange={(_, checked) => setAsFeedback(checked)}
            />
          }
          label={
            <Typography variant="body2">{t('rating.asFeedback')}</Typography>
          }
        />
      )}
      {(error ?? decline?.error) && (
        <Alert severity="error">
          {describeError((error ?? decline?.error)!)}
        </Alert>
      )}
      <div className={classes.actions}>
        <Button
          type="submit"
          color="primary"
          variant="contained"
          disabled={isEmpty || loading}
        >
          {t('rating.save')}
        </Button>
        {onCancel && <Button onClick={onCancel}>{t('shared.cancel')}</Button>}
        {isEmpty && props.asFeedback && (
          <Typography variant="body2" color="textSecondary">
            {t('rating.needsOne')}
          </Typography>
        )}
        {decline && !props.asFeedback && (
          <Button disabled={decline.loading} onClick={decline.run}>
            {t('rating.decline')}
          </Button>
        )}
      </div>
    </form>
  );
}
