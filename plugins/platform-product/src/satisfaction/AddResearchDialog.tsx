import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  entityParamsOf,
  ResearchKind,
} from '@platform-product/backstage-plugin-common';
import { researchKinds } from '@platform-product/backstage-plugin-common/rules';
import MenuItem from '@material-ui/core/MenuItem';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { toInputDay } from '../shared/dates';
import { Field } from '../shared/Field';
import { FormDialog } from '../shared/FormDialog';
import { isLinkOrEmpty, LinkField } from '../shared/LinkField';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';

const shortestLesson = 10;

/** Asks how the team listened, and what it learned. */
export function AddResearchDialog(props: {
  readonly entityRef: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { entityRef, onClose, onDone } = props;
  const t = useTexts();
  const api = useApi(platformProductApiRef);
  const [kind, setKind] = useState<ResearchKind>('interview');
  const [date, setDate] = useState(toInputDay(new Date()));
  const [team, setTeam] = useState('');
  const [learned, setLearned] = useState('');
  const [follows, setFollows] = useState('');
  const [link, setLink] = useState('');
  const isLinkGood = isLinkOrEmpty(link);
  const body = {
    kind,
    date,
    team: team.trim() || undefined,
    learned: learned.trim(),
    follows: follows.trim() || undefined,
    link: link.trim() || undefined,
  };
  const submission = useSubmit({
    content: JSON.stringify(body),
    doneText: t('research.saved'),
    submit: idempotencyKey =>
      api.call('addResearch', {
        params: entityParamsOf(entityRef),
        body,
        idempotencyKey,
      }),
    onClose,
    onDone,
  });
  return (
    <FormDialog
      title={t('research.add')}
      intro={t('research.intro')}
      submitText={t('research.save')}
      canSubmit={
        body.learned.length >= shortestLesson && Boolean(date) && isLinkGood
      }
      submission={submission}
      onClose={onClose}
    >
      <Field
        label={t('research.kind')}
        value={kind}
        onChange={event => setKind(event.target.value as ResearchKind)}
        margin="normal"
        select
        fullWidth
      >
        {researchKinds.map(option => (
          <MenuItem key={option} value={option}>
            {t(`research.kinds.${option}`)}
          </MenuItem>
        ))}
      </Field>
      <Field
        label={t('research.date')}
        type="date"
        value={date}
        onChange={event => setDate(event.target.value)}
        inputProps={{ max: toInputDay(new Date()) }}
        InputLabelProps={{ shrink: true }}
        margin="normal"
      />
      <Field
        label={t('research.team')}
        helperText={t('research.teamHelp')}
        value={team}
        onChange={event => setTeam(event.target.value)}
        inputProps={{ maxLength: 200 }}
        margin="normal"
        fullWidth
      />
      <Field
        label={t('research.learned')}
        value={learned}
        onChange={event => setLearned(event.target.value)}
        inputProps={{ maxLength: 5000 }}
        margin="normal"
        minRows={2}
        multiline
        required
        fullWidth
      />
      <Field
        label={t('research.followsField')}
        value={follows}
        onChange={event => setFollows(event.target.value)}
        inputProps={{ maxLength: 5000 }}
        margin="normal"
        multiline
        fullWidth
      />
      <LinkField
        label={t('reply.link')}
        badLinkText={t('reply.badLink')}
        value={link}
        isGood={isLinkGood}
        onChange={setLink}
      />
    </FormDialog>
  );
}
