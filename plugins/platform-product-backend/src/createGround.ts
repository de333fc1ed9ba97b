import { addAccessOperations } from './access/operations';
import { EraseService } from './erasure/EraseService';
import { addErasureOperations } from './erasure/operations';
import { deleteServicesFrom } from './retention/forgetServices';
import { RetentionService } from './retention/RetentionService';
import { Room } from './Room';
import { RoomContext } from './RoomContext';

/** Files of repositories that nobody asks for are forgotten, in milliseconds. */
const filesKeptFor = 30 * 24 * 60 * 60 * 1000;

const daily = { frequency: { hours: 24 }, timeout: { minutes: 5 } };

/** What the ground itself answers and does: what goes through all rooms. */
export function createGround(
  context: RoomContext & {
    /** For how long people may vouch and waive, in milliseconds. */
    readonly limits: {
      readonly longestAttestation: number;
      readonly longestWaiver: number;
    };
  },
  rooms: readonly Room[],
): Room {
  const { access, config, files, figures, now, outbox } = context;
  const sources = rooms.flatMap(room => room.figures ?? []);
  const erasing = new EraseService({
    ...context,
    rooms: [
      ...rooms.flatMap(({ erasePerson }) => erasePerson ?? []),
      (transaction, { userRef }) => outbox.erase(transaction, userRef),
    ],
  });
  const retention = new RetentionService({
    ...context,
    rooms: [
      ...rooms.flatMap(({ forgetServices }) => forgetServices ?? []),
      deleteServicesFrom('service_figures', 'services'),
    ],
    keepGoneFor: config.keepGoneServicesFor,
  });
  return {
    addOperations(operations) {
      addAccessOperations(operations, { access, ...context.limits });
      addErasureOperations(operations, { access, erasing });
    },
    tasks: [
      {
        id: 'platform-product-notifications',
        schedule: { frequency: { minutes: 1 }, timeout: { minutes: 10 } },
        fn: () => outbox.deliver(),
      },
      {
        id: 'platform-product-retention',
        schedule: daily,
        fn: async () => {
          await retention.run();
        },
      },
      {
        id: 'platform-product-figures',
        schedule: { ...daily, initialDelay: { minutes: 1 } },
        fn: signal => figures.rebuild(sources, signal),
      },
      {
        id: 'platform-product-repository-files',
        schedule: daily,
        fn: () => files.forget(new Date(+now() - filesKeptFor)),
      },
    ],
    // What was left when the last backend stopped.
    start: () => outbox.wake(),
  };
}
