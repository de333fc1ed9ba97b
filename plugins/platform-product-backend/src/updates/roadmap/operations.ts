import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { roadmapRoutes } from '@platform-product/backstage-plugin-common/rules';
import { AccessService } from '../../access/AccessService';
import { ServiceEntity } from '../../catalog/ServiceCatalog';
import { Operations } from '../../operations/Operations';
import { RoadmapService } from './RoadmapService';
import { StoredRoadmapItem } from './RoadmapStore';
import { RoadmapReader, RoadmapViews } from './RoadmapViews';

interface RoadmapCall {
  readonly service: ServiceEntity;
  readonly credentials: BackstageCredentials;
  readonly user?: string;
}

/** Adds what can be asked of roadmaps. */
export function addRoadmapOperations(
  operations: Operations,
  room: {
    readonly access: AccessService;
    readonly roadmap: RoadmapService;
    readonly views: RoadmapViews;
  },
): void {
  const { access, roadmap, views } = room;

  async function readerOf(call: RoadmapCall): Promise<RoadmapReader> {
    const { writeRoadmap, manageFeedback } = await access.allowed(
      ['writeRoadmap', 'manageFeedback'],
      call.service.entity,
      call.credentials,
    );
    return {
      userRef: call.user,
      isTeam: writeRoadmap,
      managesFeedback: manageFeedback,
    };
  }
  const show = async (item: StoredRoadmapItem, reader: RoadmapReader) => {
    const [shown] = await views.show([item], reader);
    return shown;
  };
  /** A draft is there for its team alone. */
  const finder = {
    find: (id: string) => roadmap.find(id),
    show: async (item: StoredRoadmapItem, call: RoadmapCall) => {
      const reader = await readerOf(call);
      return item.isDraft && !reader.isTeam ? undefined : { ...item, reader };
    },
  };

  operations.on(roadmapRoutes.getRoadmap, async call => {
    const { entityRef } = call.service;
    const reader = await readerOf(call);
    const { items, totalShipped } = await roadmap.list({
      ...call.query,
      entityRef,
      reader,
    });
    return { items: await views.show(items, reader), totalShipped };
  });

  operations.on(roadmapRoutes.addRoadmapItem, async call => {
    const { service, body, by, idempotencyKey } = call;
    const reader = await readerOf(call);
    const author = { service, by, reader, idempotencyKey };
    return show(await roadmap.add(body, author), reader);
  });

  operations.onRecord(
    roadmapRoutes.getRoadmapItem,
    finder,
    ({ record: { reader, ...item } }) => show(item, reader),
  );

  operations.onRecord(roadmapRoutes.changeRoadmapItem, finder, async call => {
    const { record, service, body, by } = call;
    const { reader, ...item } = record;
    const author = { service, by, reader };
    return show(await roadmap.change(item, body, author), reader);
  });

  operations.onRecord(roadmapRoutes.moveRoadmapItem, finder, async call => {
    const { record, service, body, by } = call;
    const { reader, ...item } = record;
    const author = { service, by, reader };
    return show(await roadmap.move(item, body, author), reader);
  });

  operations.onRecord(roadmapRoutes.removeRoadmapItem, finder, ({ record }) =>
    roadmap.remove(record),
  );
}
