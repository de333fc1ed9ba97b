import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  entityParamsOf,
  Feedback,
  feedbackStatuses,
} from '@platform-product/backstage-plugin-common';
import Button from '@material-ui/core/Button';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { Field } from '../shared/Field';
import { FormDialog } from '../shared/FormDialog';
import { LoadError } from '../shared/LoadError';
import { Section } from '../shared/Section';
import { useLoaded } from '../shared/useLoaded';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';
import { FeedbackItem } from './FeedbackItem';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
});

/** What people ask of the service, and what became of it. */
export function FeedbackSection(props: {
  readonly entityRef: string;
  readonly canGive: boolean;
  readonly canManage: boolean;
}) {
  const { entityRef, canGive, canManage } = props;
  const classes = useStyles();
  const t = useTexts();
  const api = useApi(platformProductApiRef);
  const [isOpen, setOpen] = useState(false);
  const { value, error, loading, reload } = useLoaded(
    () => api.call('listFeedback', { params: entityParamsOf(entityRef) }),
    [api, entityRef],
  );
  if (error) {
    return (
      <LoadError title={t('feedback.error')} error={error} onRetry={reload} />
    );
  }
  if (!value) {
    return (
      <div aria-busy={loading} aria-label={t('shared.loading')} role="status">
        <Skeleton variant="rect" height={160} />
      </div>
    );
  }
  const counts = feedbackStatuses
    .filter(status => value.counts[status])
    .map(status => `${t(`feedback.status.${status}`)} ${value.counts[status]}`);
  return (
    <Section
      title={t('feedback.title')}
      action={
        canGive && (
          <Button size="small" variant="outlined" onClick={() => setOpen(true)}>
            {t('feedback.give')}
          </Button>
        )
      }
    >
      {value.items.length > 0 ? (
        <>
          <Typography variant="body2" color="textSecondary" gutterBottom>
            {counts.join(' · ')}
          </Typography>
          <ul className={classes.list}>
            {value.items.map((item: Feedback) => (
              <FeedbackItem
                key={item.id}
                item={item}
                others={value.items}
                canReply={canGive}
                canManage={canManage}
                onChanged={reload}
              />
            ))}
          </ul>
          {value.totalItems > value.items.length && (
            <Typography variant="body2" color="textSecondary">
              {t('feedback.more', {
                shown: `${value.items.length}`,
                total: `${value.totalItems}`,
              })}
            </Typography>
          )}
        </>
      ) : (
        <Typography variant="body2" color="textSecondary">
          {canManage ? t('feedback.emptyOwner') : t('feedback.empty')}
        </Typography>
      )}
      {isOpen && (
        <GiveFeedbackDialog
          entityRef={entityRef}
          onClose={() => setOpen(false)}
          onDone={reload}
        />
      )}
    </Section>
  );
}

function GiveFeedbackDialog(props: {
  readonly entityRef: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { entityRef, onClose, onDone } = props;
  const t = useTexts();
  const api = useApi(platformProductApiRef);
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const [visibility, setVisibility] = useState<'public' | 'team'>('public');
  const body = {
    title: title.trim(),
    text: text.trim() || undefined,
    visibility,
  };
  const { loading, error, run } = useSubmit({
    content: JSON.stringify(body),
    doneText: t('feedback.given'),
    submit: idempotencyKey =>
      api.call('giveFeedback', {
        params: entityParamsOf(entityRef),
        body,
        idempotencyKey,
      }),
    onDone: () => {
      onClose();
      onDone();
    },
  });
  return (
    <FormDialog
      title={t('feedback.give')}
      intro={t('feedback.intro')}
      submitText={t('feedback.send')}
      canSubmit={body.title.length >= 5}
      loading={loading}
      error={error}
      onSubmit={run}
      onClose={onClose}
    >
      <Field
        label={t('feedback.titleField')}
        helperText={t('feedback.titleHelp')}
        value={title}
        onChange={event => setTitle(event.target.value)}
        inputProps={{ maxLength: 200 }}
        margin="normal"
        required
        fullWidth
      />
      <Field
        label={t('feedback.textField')}
        value={text}
        onChange={event => setText(event.target.value)}
        inputProps={{ maxLength: 5000 }}
        margin="normal"
        minRows={3}
        multiline
        fullWidth
      />
      <RadioGroup
        aria-label={t('feedback.visibility')}
        value={visibility}
        onChange={(_, value) => setVisibility(value as 'public' | 'team')}
      >
        {(['public', 'team'] as const).map(option => (
          <FormControlLabel
            key={option}
            value={option}
            control={<Radio color="primary" size="small" />}
            label={t(`feedback.visibilities.${option}`)}
          />
        ))}
      </RadioGroup>
    </FormDialog>
  );
}
