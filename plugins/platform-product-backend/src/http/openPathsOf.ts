import { Operations } from '../operations/Operations';

/** Paths below which nobody has to sign in: those in which a secret stands. */
export function openPathsOf(operations: Pick<Operations, 'list'>): string[] {
  const open = operations
    .list()
    .filter(({ route }) => route.caller === 'link')
    .map(({ route }) => {
      const path = route.path.slice(0, route.path.indexOf('/:'));
      if (path) return path;
      throw new Error(`Route '${route.operationId}' would open all others`);
    });
  return [...new Set(open)];
}
