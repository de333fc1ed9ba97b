import { useCallback, useState } from 'react';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Skeleton } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { useAccess } from '../access/useAccess';
import { OutageBoundary } from '../shared/OutageBoundary';
import { RevealTogether } from '../shared/RevealTogether';
import { EventsSection } from './EventsSection';
import { MeasuresSection } from './MeasuresSection';
import { NoticesSection } from './NoticesSection';
import { PostStart } from './postForm';
import { PostsSection } from './PostsSection';
import { RoadmapSection } from './RoadmapSection';
import { useConcerning } from './useConcerning';
import { useNoticeMeasures } from './useNoticeMeasures';
import { useNotices } from './useNotices';

const pageSize = 20;

const useStyles = makeStyles(theme => ({
  layout: { display: 'grid', gap: theme.spacing(3), minWidth: 0 },
  pair: {
    display: 'grid',
    gap: theme.spacing(3),
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    alignItems: 'start',
    [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
}));

/** What users of the service whose page this is should hear of it. */
export function UpdatesTab() {
  const { entity } = useEntity();
  return (
    <OutageBoundary>
      <RevealTogether key={stringifyEntityRef(entity)} shape={<UpdatesShape />}>
        <UpdatesOf entity={entity} />
      </RevealTogether>
    </OutageBoundary>
  );
}

function UpdatesShape() {
  const classes = useStyles();
  return (
    <div className={classes.layout}>
      <Skeleton width="100%" height={320} />
      <Skeleton width="100%" height={160} />
    </div>
  );
}

function UpdatesOf({ entity }: { readonly entity: Entity }) {
  const classes = useStyles();
  const entityRef = stringifyEntityRef(entity);
  const { can } = useAccess(entityRef);
  const [count, setCount] = useState(pageSize);
  const notices = useNotices(entityRef, count);
  const measures = useNoticeMeasures(entityRef);
  const [start, setStart] = useState<PostStart>();
  const concerning = useConcerning();
  const { reload: reloadNotices } = notices;
  const { reload: reloadMeasures } = measures;
  const { reload: reloadConcerning } = concerning;
  const reload = useCallback(() => {
    reloadNotices();
    reloadMeasures();
    reloadConcerning();
  }, [reloadNotices, reloadMeasures, reloadConcerning]);
  return (
    <div className={classes.layout}>
      <NoticesSection
        entity={entity}
        notices={notices}
        concerning={concerning.value?.items ?? []}
        canWrite={can('writeNotices')}
        onChanged={reload}
        onMore={() => setCount(shown => shown + pageSize)}
      />
      <div className={classes.pair}>
        <EventsSection
          entity={entity}
          canWrite={can('writeEvents')}
          canAttend={can('attendEvents')}
        />
        <PostsSection
          entity={entity}
          canWrite={can('writePosts')}
          start={start}
          onStart={setStart}
        />
      </div>
      <RoadmapSection
        entity={entity}
        canWrite={can('writeRoadmap')}
        onWritePost={can('writePosts') ? setStart : undefined}
      />
      <MeasuresSection measures={measures} />
    </div>
  );
}
