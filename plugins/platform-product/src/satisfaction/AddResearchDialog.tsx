import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  entityParamsOf,
  ResearchKind,
} from '@platform-product/backstage-plugin-common';
import { researchKinds } from '@platform-product/backstage-plugin-common/rules';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { toInputDay } from '../shared/dates';
import { FormDialog } from '../shared/FormDialog';
import { isLinkOrEmpty, LinkField } from '../shared/LinkField';
import { NativeField } from '../shared/NativeField';
import { SelectField } from '../shared/SelectField';
import { TextArea } from '../shared/TextArea';
import { TextField } from '../shared/TextField';
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
      <SelectField
        label={t('research.kind')}
        value={kind}
        options={researchKinds.map(option => ({
          value: option,
          label: t(`research.kinds.${option}`),
        }))}
        onChange={setKind}
      />
      <NativeField
        type="date"
        label={t('research.date')}
        value={date}
        onChange={setDate}
        max={toInputDay(new Date())}
      />
      <TextField
        label={t('research.team')}
        help={t('research.teamHelp')}
        value={team}
        onChange={setTeam}
        maxLength={200}
      />
      <TextArea
        label={t('research.learned')}
        value={learned}
        onChange={setLearned}
        maxLength={5000}
        isRequired
        rows={2}
      />
      <TextArea
        label={t('research.followsField')}
        value={follows}
        onChange={setFollows}
        maxLength={5000}
        rows={1}
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
