import {
  ANNOTATION_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  Entity,
  parseLocationRef,
} from '@backstage/catalog-model';
import { ScmIntegrationRegistry } from '@backstage/integration';
import { normalizeRepositoryUrl } from '@platform-product/backstage-plugin-node';
import { annotated } from './annotated';
import { annotatedProjects } from './annotatedProjects';
import { forgeOf } from './forgeOf';

/** The link that a location annotation holds, if it is of the web. */
export function linkOfLocation(
  entity: Entity,
  annotation: string,
): string | undefined {
  try {
    const { type, target } = parseLocationRef(
      annotated(entity, annotation) ?? '',
    );
    const isWeb = /^https?:$/.test(new URL(target).protocol);
    return type === 'url' && isWeb ? target : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the location is what Backstage makes of the place of the entity's file. */
function isAutomatic(
  location: string,
  managedBy: string | undefined,
  integrations: ScmIntegrationRegistry,
): boolean {
  if (!managedBy) return false;
  const spelled = (url: string) => new URL(url).toString().replace(/\/+$/, '');
  try {
    const made = integrations.resolveUrl({ url: './', base: managedBy });
    return spelled(made) === spelled(location);
  } catch {
    return false;
  }
}

function pageOf(link: string, integrations: ScmIntegrationRegistry): string {
  const page = forgeOf(link, integrations)?.parse(link)?.page;
  return normalizeRepositoryUrl(page ?? link);
}

/**
 * Where an entity says that its source is. What a person has written counts more than
 * what Backstage writes by itself: an entity whose file is in a central repository
 * gets that one as its source location.
 */
export function sourceLocationOf(
  entity: Entity,
  integrations: ScmIntegrationRegistry,
): string | undefined {
  const managedBy = linkOfLocation(entity, ANNOTATION_LOCATION);
  const projects = annotatedProjects({ entity, managedBy, integrations });
  const location = linkOfLocation(entity, ANNOTATION_SOURCE_LOCATION);
  if (!location) return projects[0];
  if (!isAutomatic(location, managedBy, integrations)) return location;
  // The same repository: the location knows the directory, too.
  const own = pageOf(location, integrations);
  const isOwn = (project: string) => pageOf(project, integrations) === own;
  return projects.find(project => !isOwn(project)) ?? location;
}
