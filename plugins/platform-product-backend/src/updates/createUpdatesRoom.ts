import { evidenceSources } from '@platform-product/backstage-plugin-common';
import { Levels } from '../maturity/Levels';
import { Room } from '../Room';
import { RoomContext } from '../RoomContext';
import { FeedbackLinks } from '../satisfaction/FeedbackLinks';
import { ReleasedScores } from '../satisfaction/ReleasedScores';
import { readUpdatesConfig } from './config';
import { eraseFromUpdates } from './eraseFromUpdates';
import { createEvents } from './events/createEvents';
import { addEventOperations } from './events/operations';
import { createFollows } from './follows/createFollows';
import { forgetFromUpdates } from './forgetFromUpdates';
import { InTheLoopCollector } from './InTheLoopCollector';
import { createNotices } from './notices/createNotices';
import { addNoticeOperations } from './notices/operations';
import { WaitingNotices } from './notices/WaitingNotices';
import { addUpdatesOperations } from './operations';
import { createPosts } from './posts/createPosts';
import { addPostOperations } from './posts/operations';
import { createRoadmap } from './roadmap/createRoadmap';
import { addRoadmapOperations } from './roadmap/operations';

/** Puts the parts of the room `updates` together. It lends who follows what. */
export function createUpdatesRoom(
  context: Omit<RoomContext, 'config'> & {
    readonly levels: Pick<Levels, 'reassess'>;
    readonly feedbackLinks: FeedbackLinks;
    readonly releasedScores: ReleasedScores;
  },
) {
  const config = readUpdatesConfig(context.sections);
  const following = createFollows(context);
  const { follows } = following;
  const telling = createNotices({ ...context, config, follows });
  const { answers, clock, reach } = telling;
  const inviting = createEvents({ ...context, config, follows });
  const posting = createPosts({
    ...context,
    config,
    follows,
    onChanged: ref =>
      context.levels.reassess(ref, [evidenceSources.postsAndEvents]),
  });
  const inTheLoop = new InTheLoopCollector({
    posts: posting.store,
    events: inviting.eventStore,
  });
  const planning = createRoadmap({ ...context, config });
  const room = {
    addOperations(operations) {
      addUpdatesOperations(operations, { follows });
      addNoticeOperations(operations, { ...context, ...telling });
      addPostOperations(operations, { ...context, ...posting });
      addEventOperations(operations, { ...context, ...inviting });
      addRoadmapOperations(operations, { ...context, ...planning });
    },
    collectors: [
      following.collector,
      telling.collector,
      planning.collector,
      inTheLoop,
    ],
    figures: [telling.figures],
    waiting: [new WaitingNotices({ answers })],
    digests: [posting.news, inviting.eventNews, planning.news],
    tasks: [
      {
        id: 'platform-product-notices',
        schedule: {
          frequency: { minutes: 1 },
          timeout: { minutes: 10 },
          // What the last backend left untold; by then the catalog has what it had.
          initialDelay: { seconds: 20 },
        },
        fn: async signal => {
          await clock.run(signal);
          await reach.run();
          const before = +context.now() - config.keepPostsFor;
          await posting.store.forget(new Date(before));
        },
      },
      {
        id: 'platform-product-announcements',
        schedule: {
          frequency: { minutes: 1 },
          timeout: { minutes: 10 },
          initialDelay: { seconds: 20 },
        },
        fn: signal => posting.announcer.run(signal),
      },
      {
        id: 'platform-product-events',
        schedule: {
          frequency: { minutes: 1 },
          timeout: { minutes: 10 },
          initialDelay: { seconds: 20 },
        },
        fn: signal => inviting.eventClock.run(signal),
      },
      {
        id: 'platform-product-roadmap',
        schedule: { frequency: { hours: 24 }, timeout: { minutes: 5 } },
        fn: () => planning.forget(),
      },
    ],
    erasePerson: eraseFromUpdates,
    forgetServices: forgetFromUpdates,
    async importRecords(records) {
      const imported = await telling.importer.run(records);
      await context.figures.refresh(telling.figures, imported);
      await planning.importer.run(records);
      await posting.importer.run(records);
      await inviting.eventImporter.run(records);
    },
  } satisfies Room;
  return { ...room, follows, config };
}
