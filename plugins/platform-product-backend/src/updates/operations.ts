import { updatesRoutes } from '@platform-product/backstage-plugin-common/rules';
import { Operations } from '../operations/Operations';
import { FollowService } from './follows/FollowService';

/** Adds what can be asked of the room `updates`. */
export function addUpdatesOperations(
  operations: Operations,
  room: { readonly follows: FollowService },
): void {
  const { follows } = room;

  operations.on(updatesRoutes.getFollow, ({ service, user }) =>
    follows.get(service.entityRef, user),
  );

  operations.on(updatesRoutes.follow, async ({ service, by }) => {
    await follows.follow(service.entityRef, by);
    return follows.get(service.entityRef, by);
  });

  operations.on(updatesRoutes.chooseFollowed, async ({ service, body, by }) => {
    await follows.choose(service.entityRef, by, body.muted);
    return follows.get(service.entityRef, by);
  });

  operations.onOwn(updatesRoutes.unfollow, ({ service, by }) =>
    follows.unfollow(service.entityRef, by),
  );
}
