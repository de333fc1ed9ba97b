import { useState } from 'react';
import { ResearchKind } from '@platform-product/backstage-plugin-common';
import { researchKinds } from '@platform-product/backstage-plugin-common/rules';
import { toInputDay } from '../shared/dates';
import { FormDialog } from '../shared/FormDialog';
import { isLinkOrEmpty, LinkField } from '../shared/LinkField';
import { NativeField } from '../shared/NativeField';
import { SelectField } from '../shared/SelectField';
import { TextArea } from '../shared/TextArea';
import { TextField } from '../shared/TextField';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';
import { useResearchActions } from './useResearchActions';

const shortestLesson = 10;

/** Asks how the team listened, and what it learned. */
export function AddResearchDialog(props: {
  readonly entityRef: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { entityRef, onClose, onDone } = props;
  const t = useTexts();
  const { add } = useResearchActions();
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
    doneText: t('satisfaction.research.saved'),
    submit: idempotencyKey => add(entityRef, body, idempotencyKey),
    onClose,
    onDone,
  });
  return (
    <FormDialog
      title={t('satisfaction.research.add')}
      intro={t('satisfaction.research.intro')}
      submitText={t('satisfaction.research.save')}
      canSubmit={
        body.learned.length >= shortestLesson && Boolean(date) && isLinkGood
      }
      submission={submission}
      onClose={onClose}
    >
      <SelectField
        label={t('satisfaction.research.kind')}
        value={kind}
        options={researchKinds.map(option => ({
          value: option,
          label: t(`satisfaction.research.kinds.${option}`),
        }))}
        onChange={setKind}
      />
      <NativeField
        type="date"
        label={t('satisfaction.research.date')}
        value={date}
        onChange={setDate}
        max={toInputDay(new Date())}
      />
      <TextField
        label={t('satisfaction.research.team')}
        help={t('satisfaction.research.teamHelp')}
        value={team}
        onChange={setTeam}
        maxLength={200}
      />
      <TextArea
        label={t('satisfaction.research.learned')}
        value={learned}
        onChange={setLearned}
        maxLength={5000}
        isRequired
        rows={2}
      />
      <TextArea
        label={t('satisfaction.research.followsField')}
        value={follows}
        onChange={setFollows}
        maxLength={5000}
        rows={1}
      />
      <LinkField
        label={t('satisfaction.reply.link')}
        badLinkText={t('satisfaction.reply.badLink')}
        value={link}
        isGood={isLinkGood}
        onChange={setLink}
      />
    </FormDialog>
  );
}
