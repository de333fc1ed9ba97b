import { useMemo, useState } from 'react';
import { Ladder, Maturity } from '@platform-product/backstage-plugin-common';
import { assessWhatIf } from '@platform-product/backstage-plugin-common/rules';
import Checkbox from '@material-ui/core/Checkbox';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormGroup from '@material-ui/core/FormGroup';
import FormControl from '@material-ui/core/FormControl';
import FormLabel from '@material-ui/core/FormLabel';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Button } from '../shared/Button';
import { useTexts } from '../shared/useTexts';

const useStyles = makeStyles(theme => ({
  level: { display: 'block', marginTop: theme.spacing(2) },
  answer: { flex: 1, paddingLeft: theme.spacing(2) },
}));

function ladderOf(maturity: Maturity): Ladder {
  return {
    levels: maturity.levels,
    criteria: maturity.levels.flatMap(level => level.criteria),
    gracePeriodDays: maturity.gracePeriodDays,
  };
}

function idsIn(maturity: Maturity, states: readonly string[]): Set<string> {
  return new Set(
    maturity.levels
      .flatMap(level => level.criteria)
      .filter(criterion => states.includes(criterion.state))
      .map(criterion => criterion.id),
  );
}

function WhatIfDialog(props: {
  readonly maturity: Maturity;
  readonly onClose: () => void;
}) {
  const { maturity, onClose } = props;
  const classes = useStyles();
  const t = useTexts();
  const initial = useMemo(
    () => idsIn(maturity, ['met', 'at-risk', 'waived']),
    [maturity],
  );
  const [passing, setPassing] = useState<ReadonlySet<string>>(initial);
  const { level } = assessWhatIf({
    ladder: ladderOf(maturity),
    passing,
    notApplicable: idsIn(maturity, ['not-applicable']),
    now: new Date(maturity.asOf),
  });
  const name = maturity.levels.find(l => l.level === level)?.name;
  const toggle = (id: string) => {
    const changed = new Set(passing);
    if (!changed.delete(id)) changed.add(id);
    setPassing(changed);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      maxWidth="md"
      fullWidth
      aria-labelledby="what-if-title"
    >
      <DialogTitle id="what-if-title">{t('whatIf.title')}</DialogTitle>
      <DialogContent dividers>
        <DialogContentText>{t('whatIf.intro')}</DialogContentText>
        {maturity.levels.map(definition => (
          <FormControl
            key={definition.level}
            component="fieldset"
            className={classes.level}
          >
            <FormLabel component="legend">
              {t('level.title', {
                level: `${definition.level}`,
                name: definition.name,
              })}
            </FormLabel>
            <FormGroup>
              {definition.criteria.map(criterion => (
                <FormControlLabel
                  key={criterion.id}
                  disabled={criterion.state === 'not-applicable'}
                  control={
                    <Checkbox
                      size="small"
                      color="primary"
                      checked={passing.has(criterion.id)}
                      onChange={() => toggle(criterion.id)}
                    />
                  }
                  label={criterion.title}
                />
              ))}
            </FormGroup>
          </FormControl>
        ))}
      </DialogContent>
      <DialogActions>
        <Typography className={classes.answer} role="status">
          {name
            ? t('whatIf.answerName', { level: `${level}`, name })
            : t('whatIf.answer', { level: `${level}` })}
        </Typography>
        <Button onClick={() => setPassing(initial)}>{t('whatIf.reset')}</Button>
        <Button onClick={onClose} color="primary">
          {t('shared.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

/** Lets the reader tick criteria and see the level that would follow. */
export function WhatIf({ maturity }: { readonly maturity: Maturity }) {
  const t = useTexts();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('whatIf.open')}
      </Button>
      {isOpen && (
        <WhatIfDialog maturity={maturity} onClose={() => setOpen(false)} />
      )}
    </>
  );
}
