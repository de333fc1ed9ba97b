import { useApi } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  RollUpGroup,
  RollUps,
} from '@platform-product/backstage-plugin-common';
import {
  ratedFeatures,
  rollUpGroups,
} from '@platform-product/backstage-plugin-common/rules';
import MenuItem from '@material-ui/core/MenuItem';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useSearchParams } from 'react-router-dom';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { formatShare } from '../shared/durations';
import { Field } from '../shared/Field';
import { Loaded } from '../shared/Loaded';
import { Section } from '../shared/Section';
import { useLoaded } from '../shared/useLoaded';
import { useTexts } from '../shared/useTexts';
import { ShareBar } from './ShareBar';
import { useFeatureTexts } from './useFeatureTexts';

const useStyles = makeStyles(theme => ({
  table: { minWidth: 760, tableLayout: 'fixed' },
  name: { width: '20%', overflowWrap: 'anywhere' },
  platforms: { width: 104 },
  choices: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(2),
    margin: theme.spacing(0.5, 0, 2),
  },
  choice: { width: 180 },
  cell: { verticalAlign: 'top' },
  figures: { display: 'block', marginTop: theme.spacing(0.5) },
  interval: { color: theme.palette.text.secondary, whiteSpace: 'nowrap' },
}));

const isGroup = (text: string | null): text is RollUpGroup =>
  rollUpGroups.some(group => group === text);

/** Scores of several platforms together, by who owns them or what they are part of. */
export function RollUpsContent() {
  const classes = useStyles();
  const t = useTexts();
  const api = useApi(platformProductApiRef);
  const [search, setSearch] = useSearchParams();
  const asked = search.get('by');
  const by = isGroup(asked) ? asked : 'owner';
  const round = search.get('round') ?? undefined;
  const sums = useLoaded(
    async () => ({
      by,
      ...(await api.call('listRollUps', { params: {}, query: { by, round } })),
    }),
    [api, by, round],
  );
  const choose = (field: 'by' | 'round', value: string) =>
    setSearch({ by, ...(round && { round }), [field]: value });
  const { rounds = [], roundId } = sums.value ?? {};
  return (
    <Section title={t('satisfaction.sums')}>
      <div className={classes.choices}>
        {rounds.length > 0 && (
          <Field
            className={classes.choice}
            label={t('satisfaction.sumsRound')}
            value={roundId ?? ''}
            onChange={event => choose('round', event.target.value)}
            size="small"
            variant="outlined"
            select
          >
            {[...new Set([...(roundId ? [roundId] : []), ...rounds])].map(
              id => (
                <MenuItem key={id} value={id}>
                  {id}
                </MenuItem>
              ),
            )}
          </Field>
        )}
        <Field
          className={classes.choice}
          label={t('satisfaction.sumsBy')}
          value={by}
          onChange={event => choose('by', event.target.value)}
          size="small"
          variant="outlined"
          select
        >
          {rollUpGroups.map(group => (
            <MenuItem key={group} value={group}>
              {t(`satisfaction.groups.${group}`)}
            </MenuItem>
          ))}
        </Field>
      </div>
      <Loaded
        result={sums}
        errorTitle={t('satisfaction.sumsError')}
        height={240}
      >
        {value => <Sums by={value.by} sums={value} />}
      </Loaded>
    </Section>
  );
}

function Sums(props: { readonly by: RollUpGroup; readonly sums: RollUps }) {
  const { by, sums } = props;
  const classes = useStyles();
  const t = useTexts();
  const textsOf = useFeatureTexts();
  const { roundId, items } = sums;
  if (!roundId || !items.length) {
    return (
      <Typography variant="body2" color="textSecondary">
        {roundId ? t('satisfaction.sumsNoGroup') : t('satisfaction.sumsNone')}
      </Typography>
    );
  }
  const sorted = [...items].sort((one, other) =>
    one.name.localeCompare(other.name),
  );
  return (
    <>
      <Typography variant="body2" color="textSecondary" gutterBottom>
        {t('satisfaction.sumsOf', { round: roundId })}
      </Typography>
      <Table
        size="small"
        className={classes.table}
        aria-label={t('satisfaction.sums')}
      >
        <TableHead>
          <TableRow>
            <TableCell className={classes.name}>
              {t(`satisfaction.columns.${by}`)}
            </TableCell>
            <TableCell className={classes.platforms} align="right">
              {t('satisfaction.platforms')}
            </TableCell>
            {ratedFeatures.map(feature => (
              <TableCell key={feature}>{textsOf(feature).name}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {sorted.map(({ name, services, features }) => (
            <TableRow key={name}>
              <TableCell component="th" scope="row" className={classes.cell}>
                {name ? (
                  <EntityRefLink entityRef={name} hideIcon />
                ) : (
                  t('satisfaction.allPlatforms')
                )}
              </TableCell>
              <TableCell align="right" className={classes.cell}>
                {services}
              </TableCell>
              {ratedFeatures.map(feature => {
                const score = features[feature];
                return (
                  <TableCell key={feature} className={classes.cell}>
                    {score ? (
                      <>
                        <ShareBar share={score.good.share} />
                        <span className={classes.figures}>
                          {t('scores.shareOf', {
                            share: formatShare(score.good.share),
                            number: `${score.n}`,
                          })}
                        </span>
                        <Typography
                          variant="caption"
                          display="block"
                          className={classes.interval}
                        >
                          {t('scores.interval', {
                            low: formatShare(score.good.low),
                            high: formatShare(score.good.high),
                          })}
                        </Typography>
                      </>
                    ) : (
                      <Typography variant="body2" color="textSecondary">
                        {t('scores.hiddenShort')}
                      </Typography>
                    )}
                  </TableCell>
                );
              })}
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <Typography variant="caption" color="textSecondary">
        {t('satisfaction.sumsNote')}
      </Typography>
    </>
  );
}
