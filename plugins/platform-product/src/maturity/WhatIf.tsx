import { useMemo, useState } from 'react';
import { Ladder, Maturity } from '@platform-product/backstage-plugin-common';
import { assessWhatIf } from '@platform-product/backstage-plugin-common/rules';
import {
  Button,
  Checkbox,
  CheckboxGroup,
  DialogBody,
  DialogFooter,
  Text,
} from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { Dialog } from '../shared/Dialog';
import { useTexts } from '../shared/useTexts';

const useStyles = makeStyles({
  body: { display: 'grid', gap: 'var(--bui-space-5)' },
  answer: { flex: 1 },
});

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
    () => idsIn(maturity, ['met', 'attested', 'at-risk', 'waived']),
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
  return (
    <Dialog title={t('maturity.whatIf.title')} width="wide" onClose={onClose}>
      <DialogBody className={classes.body}>
        <Text as="p">{t('maturity.whatIf.intro')}</Text>
        {maturity.levels.map(definition => (
          <CheckboxGroup
            key={definition.level}
            label={t('maturity.level.title', {
              level: `${definition.level}`,
              name: definition.name,
            })}
            value={[...passing]}
            onChange={ids => setPassing(new Set(ids))}
          >
            {definition.criteria.map(({ id, state, title }) => (
              <Checkbox
                key={id}
                value={id}
                isDisabled={state === 'not-applicable'}
              >
                {title}
              </Checkbox>
            ))}
          </CheckboxGroup>
        ))}
      </DialogBody>
      <DialogFooter>
        <Text as="p" className={classes.answer} role="status">
          {name
            ? t('maturity.whatIf.answerName', { level: `${level}`, name })
            : t('maturity.whatIf.answer', { level: `${level}` })}
        </Text>
        <Button variant="secondary" onPress={() => setPassing(initial)}>
          {t('maturity.whatIf.reset')}
        </Button>
        <Button onPress={onClose}>{t('shared.close')}</Button>
      </DialogFooter>
    </Dialog>
  );
}

/** Lets the reader tick criteria and see the level that would follow. */
export function WhatIf({ maturity }: { readonly maturity: Maturity }) {
  const t = useTexts();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="tertiary" onPress={() => setOpen(true)}>
        {t('maturity.whatIf.open')}
      </Button>
      {isOpen && (
        <WhatIfDialog maturity={maturity} onClose={() => setOpen(false)} />
      )}
    </>
  );
}
