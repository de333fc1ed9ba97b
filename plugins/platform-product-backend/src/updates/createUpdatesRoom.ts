import { Levels } from '../maturity/Levels';
import { Room } from '../Room';
import { RoomContext } from '../RoomContext';
import { DatabaseFollowStore } from './DatabaseFollowStore';
import { FollowersCollector } from './FollowersCollector';
import { FollowService } from './FollowService';
import { forgetFromUpdates } from './forgetFromUpdates';
import { addUpdatesOperations } from './operations';

/** Puts the parts of the room `updates` together. It lends who follows what. */
export function createUpdatesRoom(
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
  const room = {
    addOperations: operations => addUpdatesOperations(operations, { follows }),
    collectors: [collector],
    erasePerson: (transaction, { userRef }) =>
      store.erase(transaction, userRef),
    forgetServices: forgetFromUpdates,
  } satisfies Room;
  return { ...room, follows };
}
