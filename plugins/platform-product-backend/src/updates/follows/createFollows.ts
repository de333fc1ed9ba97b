import { Levels } from '../../maturity/Levels';
import { RoomContext } from '../../RoomContext';
import { DatabaseFollowStore } from './DatabaseFollowStore';
import { FollowersCollector } from './FollowersCollector';
import { FollowService } from './FollowService';

/** Puts together who follows which service. */
export function createFollows(
  context: Pick<RoomContext, 'knex' | 'now'> & {
    readonly levels: Pick<Levels, 'reassess'>;
  },
) {
  const { knex, levels, now } = context;
  const store = new DatabaseFollowStore(knex);
  const collector = new FollowersCollector({ store });
  const follows = new FollowService({
    store,
    reassess: ref => levels.reassess(ref, [collector.id]),
    now,
  });
  return { follows, collector, store };
}
