import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { entityParamsOf } from '@platform-product/backstage-plugin-common';
import { productFactsOf } from '@platform-product/backstage-plugin-common/rules';
import { makeStyles } from '@material-ui/core/styles';
import { useAccess } from '../access/useAccess';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { useMaturity } from '../maturity/useMaturity';
import { FinderSection } from '../reviewers/FinderSection';
import { ReviewTimesSection } from '../reviewers/ReviewTimesSection';
import { RosterSection } from '../reviewers/RosterSection';
import { Loaded } from '../shared/Loaded';
import { useLoaded } from '../shared/useLoaded';
import { useTexts } from '../shared/useTexts';
import { GuideSection } from './GuideSection';
import { WelcomeSection } from './WelcomeSection';

const useStyles = makeStyles(theme => ({
  layout: { display: 'grid', gap: theme.spacing(3), minWidth: 0 },
  columns: {
    display: 'grid',
    gap: theme.spacing(3),
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
    alignItems: 'start',
    [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
}));

/** How one contributes to the service whose page this is. */
export function ContributeTab() {
  const { entity } = useEntity();
  return <ContributeTo key={stringifyEntityRef(entity)} entity={entity} />;
}

function ContributeTo({ entity }: { readonly entity: Entity }) {
  const classes = useStyles();
  const t = useTexts();
  const api = useApi(platformProductApiRef);
  const entityRef = stringifyEntityRef(entity);
  const params = entityParamsOf(entityRef);
  const { owners, title } = productFactsOf(entity);
  const access = useAccess(entityRef);
  const maturity = useMaturity(entityRef);
  const contributing = useLoaded(
    () => api.call('getContributing', { params }),
    [api, entityRef],
  );
  const roster = useLoaded(
    () => api.call('getRoster', { params }),
    [api, entityRef],
  );
  const times = useLoaded(
    () => api.call('getReviewTimes', { params }),
    [api, entityRef],
  );

  return (
    <div className={classes.layout}>
      <Loaded
        result={contributing}
        errorTitle={t('contribute.error')}
        stillWorks={t('maturity.errorStillWorks')}
        height={150}
      >
        {value => (
          <WelcomeSection
            contributing={value}
            times={times.value}
            roster={roster.value}
            level={maturity.value?.level}
            owners={owners}
          />
        )}
      </Loaded>
      <FinderSection
        entityRef={entityRef}
        owners={owners}
        canAsk={access.can('requestReview')}
        onAsked={roster.reload}
      />
      <div className={classes.columns}>
        <Loaded result={roster} errorTitle={t('roster.error')} height={240}>
          {value => (
            <RosterSection
              roster={value}
              entityRef={entityRef}
              service={title}
              access={access.value}
              onChanged={roster.reload}
            />
          )}
        </Loaded>
        <Loaded result={times} errorTitle={t('times.error')} height={240}>
          {value => (
            <ReviewTimesSection
              times={value}
              entityRef={entityRef}
              canNudge={access.can('requestReview')}
              onChanged={times.reload}
            />
          )}
        </Loaded>
      </div>
      {contributing.value && (
        <GuideSection
          contributing={contributing.value}
          canWrite={access.can('manageRoster')}
        />
      )}
    </div>
  );
}
