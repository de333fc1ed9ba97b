import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  entityParamsOf,
  MyAnswer,
} from '@platform-product/backstage-plugin-common';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import LockIcon from '@material-ui/icons/LockOutlined';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { formatDay, millisecondsPerDay } from '../shared/dates';
import { Loaded } from '../shared/Loaded';
import { Section } from '../shared/Section';
import { useLoaded } from '../shared/useLoaded';
import { useTexts } from '../shared/useTexts';
import { OwnAnswer } from './OwnAnswer';
import { RatingForm } from './RatingForm';

const useStyles = makeStyles(theme => ({
  promise: {
    display: 'flex',
    gap: theme.spacing(1),
    alignItems: 'flex-start',
    marginBottom: theme.spacing(1),
    color: theme.palette.text.secondary,
  },
  icon: { fontSize: 18, marginTop: 1 },
}));

/** Asks the reader how the service is for them. */
export function RateSection({ entityRef }: { readonly entityRef: string }) {
  const t = useTexts();
  const api = useApi(platformProductApiRef);
  const mine = useLoaded(
    () => api.call('getMyAnswer', { params: entityParamsOf(entityRef) }),
    [api, entityRef],
  );
  return (
    <Loaded
      result={mine}
      errorTitle={t('rating.error')}
      stillWorks={t('maturity.errorStillWorks')}
      height={320}
    >
      {value => <Rate entityRef={entityRef} loaded={value} />}
    </Loaded>
  );
}

function Rate(props: {
  readonly entityRef: string;
  readonly loaded: MyAnswer;
}) {
  const { entityRef, loaded } = props;
  const classes = useStyles();
  const t = useTexts();
  const [mine, setMine] = useState(loaded);
  const [isChanging, setChanging] = useState(false);
  const keep = (answer: MyAnswer) => {
    setMine(answer);
    setChanging(false);
  };
  const { round, answer } = mine;
  if (!round) {
    return (
      <Section title={t('rating.title')}>
        <Typography variant="body2" color="textSecondary">
          {t('rating.noRound')}
        </Typography>
      </Section>
    );
  }
  const lastDay = new Date(Date.parse(round.closesAt) - millisecondsPerDay);
  return (
    <Section title={answer ? t('rating.mine') : t('rating.title')}>
      <Typography variant="body2" className={classes.promise}>
        <LockIcon className={classes.icon} aria-hidden="true" />
        <span>
          {t('rating.promise', {
            date: formatDay(lastDay.toISOString().slice(0, 10)),
            number: `${round.k}`,
          })}
        </span>
      </Typography>
      {answer && !isChanging ? (
        <OwnAnswer
          entityRef={entityRef}
          answer={answer}
          onChange={() => setChanging(true)}
          onWithdrawn={keep}
        />
      ) : (
        <RatingForm
          entityRef={entityRef}
          round={round}
          answer={answer}
          onSaved={keep}
          onCancel={isChanging ? () => setChanging(false) : undefined}
        />
      )}
    </Section>
  );
}
