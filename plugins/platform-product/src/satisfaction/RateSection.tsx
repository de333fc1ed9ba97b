import { useApi } from '@backstage/frontend-plugin-api';
import {
  entityParamsOf,
  MyAnswer,
} from '@platform-product/backstage-plugin-common';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { Loaded } from '../shared/Loaded';
import { Section } from '../shared/Section';
import { useLoaded } from '../shared/useLoaded';
import { useTexts } from '../shared/useTexts';
import { OwnRatingPanel } from './OwnRatingPanel';
import { useOwnRating } from './useOwnRating';

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
  const t = useTexts();
  const rating = useOwnRating(props.entityRef, props.loaded);
  return (
    <Section title={rating.mine.answer ? t('rating.mine') : t('rating.title')}>
      <OwnRatingPanel rating={rating} />
    </Section>
  );
}
