import { Room } from '../Room';
import { RoomContext } from '../RoomContext';
import { ContributingService } from './ContributingService';
import { GuideCollector } from './GuideCollector';
import { Guides } from './Guides';
import { addContributingOperations } from './operations';

/** Puts the parts of the room `contributing` together. */
export function createContributingRoom(
  context: Pick<RoomContext, 'config' | 'files' | 'integrations'>,
) {
  const contributing = new ContributingService({
    files: context.files,
    integrations: context.integrations,
    refreshAfter: context.config.refreshFilesAfter,
  });
  const room = {
    addOperations: operations =>
      addContributingOperations(operations, { contributing }),
    collectors: [new GuideCollector({ contributing })],
  } satisfies Room;
  const guides: Guides = contributing;
  return { ...room, guides };
}
