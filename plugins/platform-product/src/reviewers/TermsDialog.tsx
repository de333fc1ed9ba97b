import { useState } from 'react';
import { RosterTerms } from '@platform-product/backstage-plugin-common';
import { rosterRoles } from '@platform-product/backstage-plugin-common/rules';
import { Radio, RadioGroup, Select, SelectItemText } from '@backstage/ui';
import { toInputDay } from '../shared/dates';
import { FormDialog } from '../shared/FormDialog';
import { NativeField } from '../shared/NativeField';
import { TextArea } from '../shared/TextArea';
import { usePersonName } from '../shared/usePersonName';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';

/** What people agree on, and who helps the newcomer, if anybody. */
export type ProposedTerms = RosterTerms & {
  /** Null takes the one away who was there. */
  readonly sponsor?: string | null;
};

/** Asks on which terms somebody reviews. */
export function TermsDialog(props: {
  readonly title: string;
  readonly intro: string;
  readonly submitText: string;
  readonly doneText: string;
  readonly initial?: ProposedTerms;
  /** User refs of those who may be named as sponsors. */
  readonly sponsors: readonly string[];
  readonly submit: (terms: ProposedTerms) => Promise<unknown>;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { initial, onClose, onDone } = props;
  const t = useTexts();
  const [role, setRole] = useState(initial?.role ?? 'reviewer');
  const [paths, setPaths] = useState(initial?.paths.join('\n') ?? '');
  const [endsOn, setEndsOn] = useState(initial?.endsOn ?? '');
  const [sponsor, setSponsor] = useState(initial?.sponsor ?? '');
  const terms: ProposedTerms = {
    role,
    paths: paths
      .split('\n')
      .map(path => path.trim())
      .filter(Boolean),
    endsOn: endsOn || undefined,
    sponsor: sponsor || (initial?.sponsor ? null : undefined),
  };
  const submission = useSubmit({
    content: JSON.stringify(terms),
    doneText: props.doneText,
    submit: () => props.submit(terms),
    onClose,
    onDone,
  });
  const help = {
    shadow: t('reviewers.roster.shadowHelp'),
    reviewer: t('reviewers.roster.reviewerHelp'),
    approver: t('reviewers.roster.approverHelp'),
  };
  return (
    <FormDialog
      title={props.title}
      intro={props.intro}
      submitText={props.submitText}
      submission={submission}
      onClose={onClose}
    >
      <RadioGroup
        label={t('reviewers.roster.role')}
        value={role}
        onChange={value => setRole(value as RosterTerms['role'])}
      >
        {rosterRoles.map(option => (
          <Radio key={option} value={option}>
            {`${t(`reviewers.finder.roles.${option}`)}: ${help[option]}`}
          </Radio>
        ))}
      </RadioGroup>
      <TextArea
        label={t('reviewers.roster.pathsField')}
        help={t('reviewers.roster.pathsHelp')}
        value={paths}
        onChange={setPaths}
        rows={2}
      />
      <NativeField
        type="date"
        label={t('reviewers.roster.endsOn')}
        value={endsOn}
        onChange={setEndsOn}
        min={toInputDay(new Date())}
      />
      {props.sponsors.length > 0 && (
        <SponsorField
          sponsors={[...new Set([...props.sponsors, sponsor].filter(Boolean))]}
          value={sponsor}
          onChange={setSponsor}
        />
      )}
    </FormDialog>
  );
}

/** As ids can't be empty. */
const nobody = 'nobody';

function SponsorField(props: {
  readonly sponsors: readonly string[];
  readonly value: string;
  readonly onChange: (sponsor: string) => void;
}) {
  const t = useTexts();
  return (
    <Select
      label={t('reviewers.roster.sponsorField')}
      description={t('reviewers.roster.sponsorHelp')}
      value={props.value || nobody}
      onChange={chosen => props.onChange(chosen === nobody ? '' : `${chosen}`)}
    >
      {[
        <SelectItemText
          key={nobody}
          id={nobody}
          title={t('reviewers.roster.noSponsor')}
        />,
        ...props.sponsors.map(userRef => (
          <SponsorItem key={userRef} userRef={userRef} />
        )),
      ]}
    </Select>
  );
}

function SponsorItem({ userRef }: { readonly userRef: string }) {
  return <SelectItemText id={userRef} title={usePersonName(userRef)} />;
}
