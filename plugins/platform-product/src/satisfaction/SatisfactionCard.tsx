import { useState } from 'react';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Satisfaction } from '@platform-product/backstage-plugin-common';
import { Button, Text } from '@backstage/ui';
import { useAccess } from '../access/useAccess';
import { Intro } from '../shared/Intro';
import { Loaded } from '../shared/Loaded';
import { Section } from '../shared/Section';
import { useTexts } from '../shared/useTexts';
import { RateDialog } from './RateDialog';
import { ShareList } from './ShareList';
import { useMyAnswer } from './useMyAnswer';
import { useSatisfaction } from './useSatisfaction';

/** How users find the service whose page this is, in short. */
export function SatisfactionCard() {
  const { entity } = useEntity();
  return <CardOf key={stringifyEntityRef(entity)} entity={entity} />;
}

function CardOf({ entity }: { readonly entity: Entity }) {
  const t = useTexts();
  const [isRating, setRating] = useState(false);
  const entityRef = stringifyEntityRef(entity);
  const { can } = useAccess(entityRef);
  const satisfaction = useSatisfaction(entityRef);
  const mine = useMyAnswer(entityRef, can('rate'));
  const { round, answer, contact } = mine.value ?? {};
  return (
    <Section
      title={t('satisfaction.title')}
      action={
        round && (
          <Button variant="secondary" onPress={() => setRating(true)}>
            {answer
              ? t('satisfaction.rating.mine')
              : t('satisfaction.rating.rate')}
          </Button>
        )
      }
    >
      <Loaded
        result={satisfaction}
        errorTitle={t('satisfaction.scores.error')}
        height={120}
      >
        {value => <Scores satisfaction={value} />}
      </Loaded>
      {contact === 'invited' && !answer && (
        <Text as="p">{t('satisfaction.askedHere')}</Text>
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
        <Intro>{t('satisfaction.goodIn', { round: scoresOf })}</Intro>
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
      <Text as="p" variant="body-large">
        {state === 'hidden'
          ? t('satisfaction.scores.allHidden')
          : t('satisfaction.scores.nothing')}
      </Text>
      <Text as="p" color="secondary">
        {round
          ? t('satisfaction.appears', { number: `${round.k}` })
          : t('satisfaction.scores.nothingHint')}
      </Text>
    </>
  );
}
