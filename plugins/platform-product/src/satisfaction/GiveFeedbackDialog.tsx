import { useState } from 'react';
import { Feedback } from '@platform-product/backstage-plugin-common';
import { feedbackVisibilities } from '@platform-product/backstage-plugin-common/rules';
import { Radio, RadioGroup, Text } from '@backstage/ui';
import { FormDialog } from '../shared/FormDialog';
import { TextArea } from '../shared/TextArea';
import { TextField } from '../shared/TextField';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';
import { useFeedbackActions } from './useFeedbackActions';

/** The way to anonymous feedback, which comes with a rating. */
export interface AnonymousFeedback {
  /** How many have to answer before it is listed. */
  readonly threshold: number;
  /** Opens the reader's rating. */
  readonly start: () => void;
}

/** Asks what is missing, or what works well, and who may read it. */
export function GiveFeedbackDialog(props: {
  readonly entityRef: string;
  /** Left out where the reader can't rate the service. */
  readonly anonymous?: AnonymousFeedback;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { entityRef, anonymous, onClose, onDone } = props;
  const t = useTexts();
  const { give } = useFeedbackActions();
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const [visibility, setVisibility] =
    useState<Feedback['visibility']>('public');
  const isAnonymous = visibility === 'anonymous';
  const body = {
    title: title.trim(),
    text: text.trim() || undefined,
    visibility,
  };
  const submission = useSubmit({
    content: JSON.stringify(body),
    doneText: t('satisfaction.feedback.given'),
    submit: idempotencyKey =>
      give(
        entityRef,
        body as typeof body & { visibility: 'public' | 'team' },
        idempotencyKey,
      ),
    onClose,
    onDone,
  });
  return (
    <FormDialog
      title={t('satisfaction.feedback.give')}
      intro={
        isAnonymous
          ? t('satisfaction.feedback.intro')
          : t('satisfaction.feedback.introTold')
      }
      submitText={
        isAnonymous
          ? t('satisfaction.feedback.toRating')
          : t('satisfaction.feedback.send')
      }
      canSubmit={isAnonymous ? Boolean(anonymous) : body.title.length >= 5}
      submission={
        isAnonymous && anonymous
          ? { ...submission, loading: false, run: anonymous.start }
          : submission
      }
      onClose={onClose}
    >
      <RadioGroup
        aria-label={t('satisfaction.feedback.visibility')}
        value={visibility}
        onChange={value => setVisibility(value as Feedback['visibility'])}
      >
        {feedbackVisibilities
          .filter(option => option !== 'anonymous' || anonymous)
          .map(option => (
            <Radio key={option} value={option}>
              {t(`satisfaction.feedback.visibilities.${option}`)}
            </Radio>
          ))}
      </RadioGroup>
      {isAnonymous && anonymous ? (
        <Text as="p">
          {t('satisfaction.feedback.anonymousHint', {
            number: `${anonymous.threshold}`,
          })}
        </Text>
      ) : (
        <>
          <TextField
            label={t('satisfaction.feedback.titleField')}
            help={t('satisfaction.feedback.titleHelp')}
            value={title}
            onChange={setTitle}
            maxLength={200}
            isRequired
          />
          <TextArea
            label={t('satisfaction.feedback.textField')}
            value={text}
            onChange={setText}
            maxLength={5000}
            rows={3}
          />
        </>
      )}
    </FormDialog>
  );
}
