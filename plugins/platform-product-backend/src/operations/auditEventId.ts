import { AnyRouteDefinition } from '@platform-product/backstage-plugin-common';

/** The id of a route's audit events: its operation id in kebab case. */
export function auditEventId(
  route: Pick<AnyRouteDefinition, 'operationId'>,
): string {
  return route.operationId.replace(
    /[A-Z]/g,
    letter => `-${letter.toLocaleLowerCase('en-US')}`,
  );
}
