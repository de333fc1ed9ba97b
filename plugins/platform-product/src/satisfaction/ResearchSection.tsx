import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  entityParamsOf,
  Research,
  ResearchKind,
  researchKinds,
} from '@platform-product/backstage-plugin-common';
import Button from '@material-ui/core/Button';
import Link from '@material-ui/core/Link';
import MenuItem from '@material-ui/core/MenuItem';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { formatDay, toInputDay } from '../shared/dates';
import { Field } from '../shared/Field';
import { FormDialog } from '../shared/FormDialog';
import { isLinkOrEmpty, LinkField } from '../shared/LinkField';
import { Loaded } from '../shared/Loaded';
import { Section } from '../shared/Section';
import { useLoaded } from '../shared/useLoaded';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';

const mostShown = 10;
const shortestLesson = 10;

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    padding: theme.spacing(1, 0),
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-line',
    '&:not(:first-child)': { borderTop: `1px solid ${theme.palette.divider}` },
  },
}));

/** How the team listens besides asking for ratings. */
export function ResearchSection(props: {
  readonly entityRef: string;
  readonly canWrite: boolean;
}) {
  const { entityRef, canWrite } = props;
  const t = useTexts();
  const api = useApi(platformProductApiRef);
  const [isOpen, setOpen] = useState(false);
  const research = useLoaded(
    () => api.call('listResearch', { params: entityParamsOf(entityRef) }),
    [api, entityRef],
  );
  return (
    <Loaded result={research} errorTitle={t('research.error')} height={160}>
      {({ items, recentKinds }) => (
        <Section
          title={t('research.title')}
          action={
            canWrite && (
              <Button
                size="small"
                variant="outlined"
                onClick={() => setOpen(true)}
              >
                {t('research.add')}
              </Button>
            )
          }
        >
          {items.length > 0 ? (
            <Log items={items} recentKinds={recentKinds} />
          ) : (
            <Typography variant="body2" color="textSecondary">
              {canWrite ? t('research.emptyOwner') : t('research.empty')}
            </Typography>
          )}
          {isOpen && (
            <AddResearchDialog
              entityRef={entityRef}
              onClose={() => setOpen(false)}
              onDone={research.reload}
            />
          )}
        </Section>
      )}
    </Loaded>
  );
}

function Log(props: {
  readonly items: readonly Research[];
  readonly recentKinds: readonly ResearchKind[];
}) {
  const { items, recentKinds } = props;
  const classes = useStyles();
  const t = useTexts();
  return (
    <>
      <Typography variant="body2" color="textSecondary" gutterBottom>
        {recentKinds.length
          ? t('research.recent', {
              kinds: recentKinds
                .map(kind => t(`research.kinds.${kind}`))
                .join(', '),
            })
          : t('research.recentNone')}
      </Typography>
      <ul className={classes.list}>
        {items.slice(0, mostShown).map(entry => (
          <li key={entry.id} className={classes.item}>
            <Typography variant="subtitle2" component="h3">
              {[
                t(`research.kinds.${entry.kind}`),
                entry.team,
                formatDay(entry.date),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Typography>
            <Typography variant="body2">{entry.learned}</Typography>
            {entry.follows && (
              <Typography variant="body2" color="textSecondary">
                {t('research.follows', { text: entry.follows })}
              </Typography>
            )}
            {entry.link && (
              <Link href={entry.link} target="_blank" rel="noopener">
                {t('reply.more')}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function AddResearchDialog(props: {
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
