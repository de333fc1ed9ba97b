import { Levels } from '../../maturity/Levels';
import { RoomContext } from '../../RoomContext';
import { UpdatesConfig } from '../config';
import { Follows } from '../Follows';
import { DatabaseNoticeStore } from './DatabaseNoticeStore';
import { DatabasePastNoticeStore } from './DatabasePastNoticeStore';
import { DatabaseReachStore } from './DatabaseReachStore';
import { NoticeAnswers } from './NoticeAnswers';
import { NoticeClock } from './NoticeClock';
import { NoticeCollector, noticeCollectorId } from './NoticeCollector';
import { createNoticeFigures } from './noticeFigures';
import { NoticeImporter } from './NoticeImporter';
import { NoticePreviewer } from './NoticePreviewer';
import { NoticeService } from './NoticeService';
import { ReachService } from './ReachService';

/** Puts together what teams tell the users of their services. */
export function createNotices(
  context: Pick<
    RoomContext,
    | 'access'
    | 'figures'
    | 'graph'
    | 'groups'
    | 'knex'
    | 'logger'
    | 'now'
    | 'outbox'
    | 'services'
  > & {
    readonly levels: Pick<Levels, 'reassess'>;
    readonly follows: Pick<Follows, 'listFollowers' | 'listMuted'>;
    readonly config: UpdatesConfig;
  },
) {
  const store = new DatabaseNoticeStore(context.knex);
  const reachStore = new DatabaseReachStore(context.knex);
  const figures = createNoticeFigures({ store, reachStore, now: context.now });
  const refreshFigures = (ref: string) =>
    context.figures.refresh(figures, [ref]);
  const reassess = async (ref: string) => {
    await refreshFigures(ref);
    await context.levels.reassess(ref, [noticeCollectorId]);
  };
  const reach = new ReachService({
    ...context,
    store: reachStore,
    notices: store,
    tellsGroups: context.config.noticesTo === 'groups',
    onReached: refreshFigures,
  });
  const notices = new NoticeService({
    ...context,
    store,
    tellUsers: () => reach.wake(),
    reassess,
  });
  const answers = new NoticeAnswers({
    ...context,
    store: reachStore,
    noticeStore: store,
    notices,
    tellUsers: () => reach.wake(),
    onAnswered: refreshFigures,
  });
  return {
    notices,
    reach,
    answers,
    figures,
    clock: new NoticeClock({
      ...context,
      store,
      reassess,
      keepFor: context.config.keepNoticesFor,
    }),
    importer: new NoticeImporter({
      store: new DatabasePastNoticeStore(context.knex),
      keepFor: context.config.keepNoticesFor,
      now: context.now,
    }),
    preview: new NoticePreviewer(context),
    collector: new NoticeCollector({ notices }),
    store,
    reachStore,
  };
}
