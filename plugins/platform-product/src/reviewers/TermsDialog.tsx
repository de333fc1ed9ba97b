import { useId, useState } from 'react';
import { RosterTerms } from '@platform-product/backstage-plugin-common';
import { rosterRoles } from '@platform-product/backstage-plugin-common/rules';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormLabel from '@material-ui/core/FormLabel';
import MenuItem from '@material-ui/core/MenuItem';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import { Field } from '../shared/Field';
import { FormDialog } from '../shared/FormDialog';
import { toInputDay } from '../shared/dates';
import { PersonName } from '../shared/PersonName';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';

/** What people agree on, and who helps the newcomer, if anybody. */
export type ProposedTerms = RosterTerms & { readonly sponsor?: string };

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
  const id = useId();
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
    sponsor: sponsor || undefined,
  };
  const submission = useSubmit({
    content: JSON.stringify(terms),
    doneText: props.doneText,
    submit: () => props.submit(terms),
    onClose,
    onDone,
  });
  const help = {
    shadow: t('roster.shadowHelp'),
    reviewer: t('roster.reviewerHelp'),
    approver: t('roster.approverHelp'),
  };
  return (
    <FormDialog
      title={props.title}
      intro={props.intro}
      submitText={props.submitText}
      submission={submission}
      onClose={onClose}
    >
      <FormControl component="fieldset" margin="normal">
        <FormLabel component="legend" id={id}>
          {t('roster.role')}
        </FormLabel>
        <RadioGroup
          aria-labelledby={id}
          value={role}
          onChange={(_, value) => setRole(value as RosterTerms['role'])}
        >
          {rosterRoles.map(option => (
            <FormControlLabel
              key={option}
              value={option}
              control={<Radio color="primary" size="small" />}
              label={`${t(`finder.roles.${option}`)}: ${help[option]}`}
            />
          ))}
        </RadioGroup>
      </FormControl>
      <Field
        label={t('roster.pathsField')}
        helperText={t('roster.pathsHelp')}
        value={paths}
        onChange={event => setPaths(event.target.value)}
        margin="normal"
        minRows={2}
        multiline
        fullWidth
      />
      <Field
        label={t('roster.endsOn')}
        type="date"
        value={endsOn}
        onChange={event => setEndsOn(event.target.value)}
        inputProps={{ min: toInputDay(new Date()) }}
        InputLabelProps={{ shrink: true }}
        margin="normal"
      />
      {props.sponsors.length > 0 && (
        <Field
          label={t('roster.sponsorField')}
          helperText={t('roster.sponsorHelp')}
          value={sponsor}
          onChange={event => setSponsor(event.target.value)}
          margin="normal"
          select
          fullWidth
        >
          <MenuItem value="">{t('roster.noSponsor')}</MenuItem>
          {props.sponsors.map(userRef => (
            <MenuItem key={userRef} value={userRef}>
              <PersonName userRef={userRef} />
            </MenuItem>
          ))}
        </Field>
      )}
    </FormDialog>
  );
}
