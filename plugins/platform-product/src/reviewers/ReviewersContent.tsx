import { useState } from 'react';
import { PortfolioItem } from '@platform-product/backstage-plugin-common';
import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import useDebounce from 'react-use/esm/useDebounce';
import { useAccess } from '../access/useAccess';
import { Intro } from '../shared/Intro';
import { Loaded } from '../shared/Loaded';
import { Paging } from '../shared/Paging';
import { Section } from '../shared/Section';
import { TextField } from '../shared/TextField';
import { useTexts } from '../shared/useTexts';
import { FinderSection } from './FinderSection';
import { ReviewerTable } from './ReviewerTable';
import { ServicePicker } from './ServicePicker';
import { useReviewers } from './useReviewers';

const typingPause = 250;

const useStyles = makeStyles(theme => ({
  layout: { display: 'grid', gap: theme.spacing(3), minWidth: 0 },
  search: { minWidth: 280, marginBottom: theme.spacing(1) },
}));

/** Finds a reviewer across all platforms. */
export function ReviewersContent() {
  const classes = useStyles();
  const t = useTexts();
  const [service, setService] = useState<PortfolioItem>();
  return (
    <div className={classes.layout}>
      <Section title={t('reviewers.intro')}>
        <Intro>{t('reviewers.pick')}</Intro>
        <ServicePicker value={service} onChange={setService} />
      </Section>
      {service && <ServiceFinder key={service.entityRef} service={service} />}
      <ReviewerList />
    </div>
  );
}

function ServiceFinder({ service }: { readonly service: PortfolioItem }) {
  const { can } = useAccess(service.entityRef);
  return (
    <FinderSection
      entityRef={service.entityRef}
      owners={service.owner ? [service.owner] : []}
      canAsk={can('requestReview')}
    />
  );
}

function ReviewerList() {
  const classes = useStyles();
  const t = useTexts();
  const [typed, setTyped] = useState('');
  const [text, setText] = useState('');
  const [cursor, setCursor] = useState<string>();
  useDebounce(
    () => {
      if (typed.trim() === text) return;
      setText(typed.trim());
      setCursor(undefined);
    },
    typingPause,
    [typed],
  );
  const reviewers = useReviewers({ text, cursor });
  return (
    <Section title={t('reviewers.all')}>
      <TextField
        className={classes.search}
        label={t('reviewers.search')}
        value={typed}
        onChange={setTyped}
      />
      <Loaded result={reviewers} errorTitle={t('reviewers.error')} height={200}>
        {({ items }) =>
          items.length > 0 ? (
            <ReviewerTable reviewers={items} />
          ) : (
            <NoReviewers isFiltered={Boolean(text)} />
          )
        }
      </Loaded>
      <Paging
        cursor={cursor}
        nextCursor={reviewers.value?.pageInfo.nextCursor}
        onPage={setCursor}
      />
    </Section>
  );
}

function NoReviewers({ isFiltered }: { readonly isFiltered: boolean }) {
  const t = useTexts();
  return (
    <>
      <Text as="p" variant="body-large" weight="bold">
        {isFiltered ? t('reviewers.emptyFiltered') : t('reviewers.empty')}
      </Text>
      {!isFiltered && (
        <Text as="p" color="secondary">
          {t('reviewers.emptyHint')}
        </Text>
      )}
    </>
  );
}
