import {
  ANNOTATION_EDIT_URL,
  Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  isWebLink,
  productFactsOf,
} from '@platform-product/backstage-plugin-common/rules';
import { Skeleton } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { useAccess } from '../access/useAccess';
import { useMaturity } from '../maturity/useMaturity';
import { FinderSection } from '../reviewers/FinderSection';
import { ReviewTimesSection } from '../reviewers/ReviewTimesSection';
import { RosterSection } from '../reviewers/RosterSection';
import { useReviewTimes } from '../reviewers/useReviewTimes';
import { useRoster } from '../reviewers/useRoster';
import { Loaded } from '../shared/Loaded';
import { OutageBoundary } from '../shared/OutageBoundary';
import { RevealTogether } from '../shared/RevealTogether';
import { useTexts } from '../shared/useTexts';
import { GuideSection } from './GuideSection';
import { useContributing } from './useContributing';
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

function editUrlOf({ metadata }: Entity): string | undefined {
  const url = metadata.annotations?.[ANNOTATION_EDIT_URL];
  return typeof url === 'string' && isWebLink(url) ? url : undefined;
}

/** How one contributes to the service whose page this is. */
export function ContributeTab() {
  const { entity } = useEntity();
  return (
    <OutageBoundary>
      <RevealTogether
        key={stringifyEntityRef(entity)}
        shape={<ContributeShape />}
      >
        <ContributeTo entity={entity} />
      </RevealTogether>
    </OutageBoundary>
  );
}

function ContributeShape() {
  const classes = useStyles();
  return (
    <div className={classes.layout}>
      <Skeleton width="100%" height={240} />
      <Skeleton width="100%" height={150} />
      <div className={classes.columns}>
        <Skeleton width="100%" height={320} />
        <Skeleton width="100%" height={320} />
      </div>
    </div>
  );
}

function ContributeTo({ entity }: { readonly entity: Entity }) {
  const classes = useStyles();
  const t = useTexts();
  const entityRef = stringifyEntityRef(entity);
  const { owners, title } = productFactsOf(entity);
  const access = useAccess(entityRef);
  // Whoever keeps the roster keeps the catalog entry and the guide, too.
  const isOfTeam = access.can('manageRoster');
  const maturity = useMaturity(entityRef);
  const contributing = useContributing(entityRef);
  const roster = useRoster(entityRef);
  const times = useReviewTimes(entityRef);

  return (
    <div className={classes.layout}>
      <Loaded
        result={contributing}
        errorTitle={t('contributing.error')}
        height={150}
      >
        {value => (
          <WelcomeSection
            contributing={value}
            times={times.value}
            roster={roster.value}
            level={maturity.value?.level}
            owners={owners}
            canEditEntry={isOfTeam}
            editUrl={editUrlOf(entity)}
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
        <Loaded
          result={roster}
          errorTitle={t('reviewers.roster.error')}
          height={240}
        >
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
        <Loaded
          result={times}
          errorTitle={t('reviewers.times.error')}
          height={240}
        >
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
          canEditGuide={isOfTeam}
        />
      )}
    </div>
  );
}
