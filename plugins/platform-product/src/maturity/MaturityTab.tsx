import { useState } from 'react';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { checkAnnotations } from '@platform-product/backstage-plugin-common';
import { productFactsOf } from '@platform-product/backstage-plugin-common/rules';
import { Button, Skeleton } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { useAccess } from '../access/useAccess';
import { formatDay } from '../shared/dates';
import { LoadError } from '../shared/LoadError';
import { Loading } from '../shared/Loading';
import { Message } from '../shared/Message';
import { OutageBoundary } from '../shared/OutageBoundary';
import { RevealTogether } from '../shared/RevealTogether';
import { useTexts } from '../shared/useTexts';
import { FollowButton } from '../updates/FollowButton';
import { AnnotationProblems } from './AnnotationProblems';
import { HistorySection } from './HistorySection';
import { MaturitySections } from './MaturitySections';
import { ProductCard } from './ProductCard';
import { useMaturity } from './useMaturity';

/** A date that is picked at the end of the page shows where it applies. */
const scrollIntoView = (element: HTMLElement | null) =>
  element?.scrollIntoView?.({ block: 'center' });

const useStyles = makeStyles(theme => ({
  layout: {
    display: 'grid',
    gap: theme.spacing(3),
    gridTemplateColumns: 'minmax(0, 1fr) 300px',
    alignItems: 'start',
    [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  column: { display: 'grid', gap: theme.spacing(3), minWidth: 0 },
}));

/** The maturity of the service whose page this is. */
export function MaturityTab() {
  const { entity } = useEntity();
  return (
    <OutageBoundary>
      <RevealTogether
        key={stringifyEntityRef(entity)}
        shape={<MaturityShape />}
      >
        <MaturityOf entity={entity} />
      </RevealTogether>
    </OutageBoundary>
  );
}

function MaturityShape() {
  const classes = useStyles();
  return (
    <div className={classes.layout}>
      <div className={classes.column}>
        <Skeleton width="100%" height={300} />
        <Skeleton width="100%" height={320} />
        <Skeleton width="100%" height={260} />
      </div>
      <Skeleton width="100%" height={620} />
    </div>
  );
}

function MaturityOf({ entity }: { readonly entity: Entity }) {
  const classes = useStyles();
  const t = useTexts();
  const entityRef = stringifyEntityRef(entity);
  const [at, setAt] = useState<string>();
  const { value, error, loading, version, reload } = useMaturity(entityRef, at);
  const access = useAccess(entityRef);
  const facts = productFactsOf(entity);
  const problems = checkAnnotations(entity);

  return (
    <div className={classes.layout}>
      <div className={classes.column}>
        {at && (
          <Message
            ref={scrollIntoView}
            status="info"
            action={
              <Button variant="tertiary" onPress={() => setAt(undefined)}>
                {t('maturity.backToNow')}
              </Button>
            }
          >
            {t('maturity.asOfPast', { date: formatDay(at) })}
          </Message>
        )}
        {error && (
          <LoadError
            title={t('maturity.error')}
            error={error}
            onRetry={reload}
          />
        )}
        {access.error && (
          <LoadError
            title={t('maturity.accessError')}
            error={access.error}
            onRetry={access.reload}
          />
        )}
        {!value && loading && (
          <Loading>
            <Skeleton width="100%" height={220} />
            <Skeleton width="100%" height={48} />
            <Skeleton width="100%" height={180} />
          </Loading>
        )}
        {value && (
          <MaturitySections
            maturity={value}
            access={at ? undefined : access.value}
            isPast={Boolean(at)}
            owners={facts.owners}
            onChanged={reload}
          />
        )}
        <HistorySection
          entityRef={entityRef}
          topLevel={value?.levels.length ?? 3}
          version={version}
          at={at}
          onSeeDate={setAt}
        />
      </div>
      <div className={classes.column}>
        <ProductCard
          facts={facts}
          maturity={value}
          follow={
            <FollowButton
              entityRef={entityRef}
              canFollow={access.can('follow')}
              onChanged={reload}
            />
          }
        />
        {problems.length > 0 && <AnnotationProblems problems={problems} />}
      </div>
    </div>
  );
}
