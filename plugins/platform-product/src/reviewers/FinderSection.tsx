import { useRef, useState } from 'react';
import { EntityRefLinks } from '@backstage/plugin-catalog-react';
import {
  ReviewRequest,
  Suggestions,
} from '@platform-product/backstage-plugin-common';
import { Skeleton, Text, VisuallyHidden } from '@backstage/ui';
import { Intro } from '../shared/Intro';
import { LoadError } from '../shared/LoadError';
import { Section } from '../shared/Section';
import { useTexts } from '../shared/useTexts';
import { AskReviewDialog } from './AskReviewDialog';
import { FinderForm } from './FinderForm';
import { AskedChange } from './useAskedChange';
import { LeftOutList } from './LeftOutList';
import { News, SuggestionList } from './SuggestionList';
import { useAnswerFocus } from './useAnswerFocus';
import { useSuggestions } from './useSuggestions';

/** Names the people who should review a change, and asks one of them. */
export function FinderSection(props: {
  readonly entityRef: string;
  readonly owners: readonly string[];
  readonly canAsk: boolean;
  readonly onAsked?: () => void;
}) {
  const { entityRef, owners, canAsk, onAsked } = props;
  const t = useTexts();
  const [asked, setAsked] = useState<AskedChange>({});
  const [chosen, setChosen] = useState<string>();
  const [{ value, error, loading }, find] = useSuggestions(entityRef);
  // Who was asked about this change since, by user ref; nothing once it is taken back.
  const [news, setNews] = useState<News>(new Map());
  const results = useRef<HTMLDivElement>(null);
  // What was looked for is below the button that was pressed.
  const { onAsk, isToBeTold } = useAnswerFocus(
    results,
    Boolean(value && !loading),
  );
  const search = (change: AskedChange) => {
    onAsk();
    setAsked(change);
    setNews(new Map());
    find(change);
  };
  const setRequest = (userRef: string, request: ReviewRequest | undefined) => {
    setNews(others => new Map(others).set(userRef, request));
    onAsked?.();
  };

  return (
    <Section title={t('reviewers.finder.title')}>
      <FinderForm entityRef={entityRef} loading={loading} onFind={search} />
      <VisuallyHidden role="status">
        {isToBeTold && t('reviewers.finder.answered')}
      </VisuallyHidden>
      <div
        ref={results}
        aria-label={t('reviewers.finder.results')}
        aria-busy={loading}
        role="group"
        tabIndex={-1}
      >
        {error && (
          <LoadError
            title={t('reviewers.finder.error')}
            error={error}
            onRetry={() => search(asked)}
          />
        )}
        {loading && <Skeleton width="100%" height={140} />}
        {value && !loading && (
          <Found
            found={value}
            owners={owners}
            news={news}
            onAsk={canAsk ? setChosen : undefined}
            onTakenBack={userRef => setRequest(userRef, undefined)}
          />
        )}
      </div>
      {chosen && value && (
        <AskReviewDialog
          entityRef={entityRef}
          reviewer={chosen}
          paths={value.paths}
          changeUrl={asked.changeUrl}
          onClose={() => setChosen(undefined)}
          onAsked={request => setRequest(chosen, request)}
        />
      )}
    </Section>
  );
}

function Found(props: {
  readonly found: Suggestions;
  readonly owners: readonly string[];
  readonly news: News;
  readonly onAsk: ((userRef: string) => void) | undefined;
  readonly onTakenBack: (userRef: string) => void;
}) {
  const { found, owners, ...rest } = props;
  const t = useTexts();
  return (
    <>
      {found.changeUrl && (
        <Intro>
          {t('reviewers.finder.lookedAt', { number: `${found.paths.length}` })}
        </Intro>
      )}
      {found.suggestions.length > 0 ? (
        <SuggestionList found={found} {...rest} />
      ) : (
        <>
          <Text as="p" variant="body-large" weight="bold">
            {t('reviewers.finder.none')}
          </Text>
          {owners.length > 0 && (
            <Text as="p">
              {t('maturity.next.ask')}{' '}
              <EntityRefLinks
                entityRefs={[...owners]}
                defaultKind="group"
                hideIcons
              />
            </Text>
          )}
        </>
      )}
      <LeftOutList leftOut={found.leftOut} />
    </>
  );
}
