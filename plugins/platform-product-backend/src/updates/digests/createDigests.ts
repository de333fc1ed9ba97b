import { Room } from '../../Room';
import { RoomContext } from '../../RoomContext';
import { DigestSource } from '../../services/DigestSource';
import { UpdatesConfig } from '../config';
import { Follows } from '../Follows';
import { DatabaseDigestStore } from './DatabaseDigestStore';
import { DigestService } from './DigestService';

/** Puts together what tells people once a week; it asks all rooms what is new. */
export function createDigests(
  context: Pick<
    RoomContext,
    'groups' | 'knex' | 'logger' | 'now' | 'outbox' | 'services' | 'users'
  > & {
    readonly follows: Pick<Follows, 'listFollowers' | 'listMuted'>;
    readonly config: Pick<UpdatesConfig, 'digest'>;
    readonly sources: readonly DigestSource[];
  },
) {
  const digests = new DigestService({
    ...context,
    store: new DatabaseDigestStore(context.knex),
    schedule: context.config.digest,
  });
  return {
    addOperations() {},
    tasks: [
      {
        id: 'platform-product-digests',
        schedule: {
          frequency: { minutes: 10 },
          timeout: { hours: 1 },
          initialDelay: { minutes: 2 },
        },
        fn: () => digests.run(),
      },
    ],
  } satisfies Room;
}
