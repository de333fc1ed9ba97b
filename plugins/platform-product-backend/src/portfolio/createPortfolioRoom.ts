import { ServiceListStore } from '../maturity/ServiceListStore';
import { Room } from '../Room';
import { RoomContext } from '../RoomContext';
import { DueRatingService } from '../satisfaction/audience/DueRatingService';
import { ScoreService } from '../satisfaction/releases/ScoreService';
import { FollowService } from '../updates/FollowService';
import { HomeService } from './HomeService';
import { addPortfolioOperations } from './operations';
import { PortfolioService } from './PortfolioService';

/** Puts the parts of the room `portfolio` together. */
export function createPortfolioRoom(
  context: Pick<
    RoomContext,
    'access' | 'config' | 'now' | 'services' | 'usage'
  > & {
    readonly serviceList: ServiceListStore;
    readonly scores: ScoreService;
    readonly dueRatings: DueRatingService;
    readonly follows: FollowService;
  },
) {
  const { access, config, now, services, serviceList, scores } = context;
  const portfolio = new PortfolioService({
    services: serviceList,
    scores,
    catalog: services,
    ladder: config.ladder,
    now,
  });
  const home = new HomeService({ ...context, portfolio });
  return {
    addOperations: operations =>
      addPortfolioOperations(operations, { portfolio, home, access }),
  } satisfies Room;
}
