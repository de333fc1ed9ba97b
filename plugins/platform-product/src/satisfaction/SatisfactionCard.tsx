import { useState } from 'react';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  entityParamsOf,
  Satisfaction,
} from '@platform-product/backstage-plugin-common';
import Typography from '@material-ui/core/Typography';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { useAccess } from '../access/useAccess';
import { Button } from '../shared/Button';
import { Loaded } from '../shared/Loaded';
import { Section } from '../shared/Section';
import { useLoaded } from '../shared/useLoaded';
import { useTexts } from '../shared/useTexts';
import { RateDialog } from './RateDialog';
import { ShareList } from './ShareList';

/** How users find the service whose page this is, in short. */
export function SatisfactionCard() {
  const { entity } = useEntity();
  return <CardOf key={stringifyEntityRef(entity)} entity={entity} />;
}

function CardOf({ entity }: { readonly entity: Entity }) {
  const t = useTexts();
  const api = useApi(platformProductApiRef);
  const [isRating, setRating] = useState(false);
  const entityRef = stringifyEntityRef(entity);
  const { can } = useAccess(entityRef);
  const satisfaction = useLoaded(
    () => api.call('getSatisfaction', { params: entityParamsOf(entityRef) }),
    [api, entityRef],
  );
  const canRate = can('rate');
  const mine = useLoaded(
    async () =>
      canRate
        ? api.call('getMyAnswer', { params: entityParamsOf(entityRef) })
        : undefined,
    [api, canRate, entityRef],
  );
  const { round, answer, contact } = mine.value ?? {};
  return (
    <Section
      title={t('satisfaction.title')}
      action={
        round && (
          <Button
            size="small"
            variant="outlined"
            onClick={() => setRating(true)}
          >
            {answer ? t('rating.mine') : t('rating.rate')}
          </Button>
        )
      }
    >
      <Loaded result={satisfaction} errorTitle={t('scores.error')} height={120}>
        {value => <Scores satisfaction={value} />}
      </Loaded>
      {contact === 'invited' && !answer && (
        <Typography variant="body2">{t('satisfaction.askedHere')}</Typography>
      )}
      {isRating && (
        <RateDialog
          entityRef={entityRef}
          title={entity.metadata.title || entity.metadata.name}
          onClose={() => setRating(false)}
          onDone={mine.reload}
        />
      )}
    </Section>
  );
}

function Scores({ satisfaction }: { readonly satisfaction: Satisfaction }) {
  const t = useTexts();
  const { state, scoresOf = '', features, round } = satisfaction;
  if (state === 'shown') {
    return (
      <>
        <Typography variant="body2" color="textSecondary" gutterBottom>
          {t('satisfaction.goodIn', { round: scoresOf })}
        </Typography>
        <ShareList
          items={features.map(({ feature, score, change }) => ({
            feature,
            share: score?.good.share,
            number: score?.n,
            direction: change?.direction,
          }))}
        />
      </>
    );
  }
  return (
    <>
      <Typography variant="body1">
        {state === 'hidden' ? t('scores.allHidden') : t('scores.nothing')}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {round
          ? t('satisfaction.appears', { number: `${round.k}` })
          : t('scores.nothingHint')}
      </Typography>
    </>
  );
}
