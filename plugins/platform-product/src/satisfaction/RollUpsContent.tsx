import { RollUpGroup } from '@platform-product/backstage-plugin-common';
import { rollUpGroups } from '@platform-product/backstage-plugin-common/rules';
import { makeStyles } from '@material-ui/core/styles';
import { useSearchParams } from 'react-router-dom';
import { Loaded } from '../shared/Loaded';
import { Section } from '../shared/Section';
import { SelectField } from '../shared/SelectField';
import { useTexts } from '../shared/useTexts';
import { RollUpsTable } from './RollUpsTable';
import { useRollUps } from './useRollUps';

const useStyles = makeStyles(theme => ({
  choices: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(2),
    margin: theme.spacing(0.5, 0, 2),
  },
  choice: { flex: 'none', width: 180 },
}));

const isGroup = (text: string | null): text is RollUpGroup =>
  rollUpGroups.some(group => group === text);

/** Scores of several platforms together, by who owns them or what they are part of. */
export function RollUpsContent() {
  const classes = useStyles();
  const t = useTexts();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('by');
  const by = isGroup(asked) ? asked : 'owner';
  const round = search.get('round') ?? undefined;
  const sums = useRollUps(by, round);
  const choose = (field: 'by' | 'round', value: string) =>
    setSearch({ by, ...(round && { round }), [field]: value });
  const { rounds = [], roundId } = sums.value ?? {};
  return (
    <Section title={t('satisfaction.sums')}>
      <div className={classes.choices}>
        {rounds.length > 0 && (
          <SelectField
            className={classes.choice}
            label={t('satisfaction.sumsRound')}
            value={roundId ?? ''}
            options={[
              ...new Set([...(roundId ? [roundId] : []), ...rounds]),
            ].map(id => ({ value: id, label: id }))}
            onChange={id => choose('round', id)}
          />
        )}
        <SelectField
          className={classes.choice}
          label={t('satisfaction.sumsBy')}
          value={by}
          options={rollUpGroups.map(group => ({
            value: group,
            label: t(`satisfaction.groups.${group}`),
          }))}
          onChange={group => choose('by', group)}
        />
      </div>
      <Loaded
        result={sums}
        errorTitle={t('satisfaction.sumsError')}
        height={240}
      >
        {value => <RollUpsTable by={value.by} sums={value} />}
      </Loaded>
    </Section>
  );
}
