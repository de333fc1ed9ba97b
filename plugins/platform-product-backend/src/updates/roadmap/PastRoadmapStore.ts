import { StoredRoadmapItem } from './RoadmapStore';

/** Keeps what was on roadmaps before the suite had them. */
export interface PastRoadmapStore {
  /** Adds items at the ends of their stages, each once for good. */
  add(items: readonly StoredRoadmapItem[]): Promise<void>;
}
