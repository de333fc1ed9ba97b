import { Knex } from 'knex';
import { Erase } from '../erasure/EraseService';
import { DatabaseFollowStore } from './DatabaseFollowStore';
import { FollowersCollector } from './FollowersCollector';
import { FollowService } from './FollowService';

/** Puts the parts of the room `updates` together. */
export function createUpdatesRoom(options: { knex: Knex; now: () => Date }) {
  const store = new DatabaseFollowStore(options.knex);
  return {
    follows: new FollowService({ store, now: options.now }),
    collector: new FollowersCollector({ store }),
    erase: ((transaction, { userRef }) =>
      store.erase(transaction, userRef)) satisfies Erase,
  };
}
