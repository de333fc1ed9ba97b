import { MyAnswer } from '@platform-product/backstage-plugin-common';
import { Loaded } from '../shared/Loaded';
import { Section } from '../shared/Section';
import { useTexts } from '../shared/useTexts';
import { OwnRatingPanel } from './OwnRatingPanel';
import { useMyAnswer } from './useMyAnswer';
import { useOwnRating } from './useOwnRating';

/** Asks the reader how the service is for them. */
export function RateSection({ entityRef }: { readonly entityRef: string }) {
  const t = useTexts();
  const mine = useMyAnswer(entityRef);
  return (
    <Loaded
      result={mine}
      errorTitle={t('satisfaction.rating.error')}
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
    <Section
      title={
        rating.mine.answer
          ? t('satisfaction.rating.mine')
          : t('satisfaction.rating.title')
      }
    >
      <OwnRatingPanel rating={rating} />
    </Section>
  );
}
