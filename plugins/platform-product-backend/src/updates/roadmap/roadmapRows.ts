import { RoadmapStage } from '@platform-product/backstage-plugin-common';
import { DatabaseTime, optional, toTimestamp } from '../../database/values';
import { RoadmapItemWords, StoredRoadmapItem } from './RoadmapStore';

export interface RoadmapRow {
  id: string;
  entity_ref: string;
  title: string;
  stage: RoadmapStage;
  position: number;
  content: string;
  is_draft: boolean | number;
  stage_since: DatabaseTime;
  shipped_at: DatabaseTime | null;
  created_by: string;
  created_at: DatabaseTime;
  idempotency_key: string;
  version: number;
}

type Content = Pick<
  StoredRoadmapItem,
  'text' | 'feature' | 'cutsKtlo' | 'link' | 'feedbackIds'
>;

export function toRoadmapItem(row: RoadmapRow): StoredRoadmapItem {
  const content: Content = JSON.parse(row.content);
  return {
    ...content,
    id: row.id,
    entityRef: row.entity_ref,
    title: row.title,
    stage: row.stage,
    isDraft: Boolean(row.is_draft),
    stageSince: toTimestamp(row.stage_since),
    shippedAt: optional(row.shipped_at, toTimestamp),
    version: row.version,
    createdBy: row.created_by,
    createdAt: toTimestamp(row.created_at),
  };
}

/** The columns that stand for what is written of an item. */
export function wordsOf(item: RoadmapItemWords) {
  const { text, feature, cutsKtlo, link, feedbackIds } = item;
  const content: Content = { text, feature, cutsKtlo, link, feedbackIds };
  return {
    title: item.title,
    content: JSON.stringify(content),
    is_draft: item.isDraft,
    stage_since: new Date(item.stageSince),
  };
}

export function toRoadmapRow(
  item: StoredRoadmapItem,
  place: { readonly key: string; readonly position: number },
): RoadmapRow {
  return {
    ...wordsOf(item),
    id: item.id,
    entity_ref: item.entityRef,
    stage: item.stage,
    position: place.position,
    shipped_at: item.shippedAt ? new Date(item.shippedAt) : null,
    created_by: item.createdBy,
    created_at: new Date(item.createdAt),
    idempotency_key: place.key,
    version: item.version,
  };
}
