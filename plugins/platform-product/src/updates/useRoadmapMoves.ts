import { useRef, useState } from 'react';
import { alertApiRef, useApi } from '@backstage/frontend-plugin-api';
import {
  Roadmap,
  RoadmapItem,
} from '@platform-product/backstage-plugin-common';
import { describeError } from '../shared/describeError';
import { LoadResult } from '../shared/useLoaded';
import { applyMove, RoadmapMove } from './roadmapMoves';
import { useRoadmapActions } from './useRoadmapActions';

interface MadeMove {
  readonly move: RoadmapMove;
  /** Once the backend has made it, the last roadmap that does not show it yet. */
  readonly isNotIn?: Roadmap;
}

/**
 * Moves items at once, before the backend has answered. Where it refuses, such as when
 * somebody else was first, the item goes back, and the reader is told why.
 */
export function useRoadmapMoves(
  roadmap: LoadResult<Roadmap>,
  onMoved: (move: RoadmapMove) => void,
) {
  const { value, reload } = roadmap;
  const alertApi = useApi(alertApiRef);
  const actions = useRoadmapActions();
  const [made, setMade] = useState<readonly MadeMove[]>([]);
  const newest = useRef(value);
  newest.current = value;
  /** Of items that have moved since the roadmap was loaded. */
  const versions = useRef(new Map<string, number>());
  const withVersion = (item: RoadmapItem): RoadmapItem => {
    const version = versions.current.get(item.id) ?? 0;
    return version > item.version ? { ...item, version } : item;
  };
  const isToShow = ({ isNotIn }: MadeMove) =>
    !isNotIn || isNotIn === newest.current;

  async function move(one: RoadmapMove) {
    const { item, stage, before } = one;
    setMade(all => [...all.filter(isToShow), { move: one }]);
    try {
      const { version } = await actions.move(item, {
        version: withVersion(item).version,
        stage,
        before,
      });
      versions.current.set(item.id, version);
      setMade(all =>
        all.map(other =>
          other.move === one ? { move: one, isNotIn: newest.current } : other,
        ),
      );
      onMoved(one);
    } catch (error) {
      setMade(all => all.filter(other => other.move !== one));
      alertApi.post({
        message: describeError(error as Error),
        severity: 'error',
      });
    }
    reload();
  }
  return {
    items: made
      .filter(isToShow)
      .reduce((items, one) => applyMove(items, one.move), value?.items ?? [])
      .map(withVersion),
    move,
  };
}
