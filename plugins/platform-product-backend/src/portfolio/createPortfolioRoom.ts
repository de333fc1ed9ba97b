import { Ladder } from '@platform-product/backstage-plugin-common';
import { Levels } from '../maturity/Levels';
import { Room } from '../Room';
import { RoomContext } from '../RoomContext';
import { WaitingSource } from '../services/WaitingSource';
import { DueRatings } from '../satisfaction/DueRatings';
import { Follows } from '../updates/Follows';
import { HomeService } from './HomeService';
import { addPortfolioOperations } from './operations';
import { PortfolioService } from './PortfolioService';

/** Puts the parts of the room `portfolio` together. */
export function createPortfolioRoom(
  context: Pick<
    RoomContext,
    'access' | 'graph' | 'now' | 'serviceList' | 'services'
  > & {
    readonly ladder: Ladder;
    readonly levels: Pick<Levels, 'listMoves'>;
    readonly dueRatings: DueRatings;
    readonly follows: Pick<Follows, 'listFollowed'>;
    /** What of other rooms waits for people, the most pressing first. */
    readonly waiting: readonly WaitingSource[];
  },
) {
  const { access } = context;
  const portfolio = new PortfolioService(context);
  const home = new HomeService({ ...context, portfolio });
  return {
    addOperations: operations =>
      addPortfolioOperations(operations, { portfolio, home, access }),
  } satisfies Room;
}
