import { Entity } from '@backstage/catalog-model';
import { ScmIntegrationRegistry } from '@backstage/integration';
import { annotated } from './annotated';

interface Options {
  readonly entity: Entity;
  /** The link from which the entity was read, if any. */
  readonly managedBy?: string;
  readonly integrations: ScmIntegrationRegistry;
}

interface Host {
  readonly host: string;
  readonly baseUrl?: string;
}

const isSlug = (text: string | undefined): text is string =>
  text !== undefined && /^[\w.-]+(\/[\w.-]+)+$/.test(text);

/** Other plugins take a slug to be on the host of the entity's own file, too. */
function hostOf(
  known: ReadonlyArray<{ readonly config: Host }>,
  wanted: { name?: string; managedBy?: string; usual?: string },
): string | undefined {
  const byName = (name: string | undefined) =>
    known.find(({ config }) => config.host === name)?.config;
  const read =
    wanted.managedBy && URL.canParse(wanted.managedBy)
      ? new URL(wanted.managedBy).host
      : undefined;
  const found = wanted.name
    ? byName(wanted.name)
    : byName(read) ?? byName(wanted.usual);
  return found && (found.baseUrl ?? `https://${found.host}`);
}

/**
 * The repositories that annotations of an entity name, in the ways of other plugins:
 * `github.com/project-slug` of Backstage's own, `gitlab.com/project-slug` and
 * `gitlab.com/instance`, `bitbucket.com/project-slug`, `bitbucket.org/project-slug`,
 * and `dev.azure.com/project-repo` with `dev.azure.com/host-org`.
 */
export function annotatedProjects(options: Options): string[] {
  const { entity, managedBy, integrations } = options;
  const slugOf = (name: string) => {
    const slug = annotated(entity, name);
    return isSlug(slug) ? slug : undefined;
  };
  const found: Array<string | undefined> = [];
  const github = slugOf('github.com/project-slug');
  if (github) {
    const list = integrations.github.list();
    const host = hostOf(list, { managedBy, usual: 'github.com' });
    found.push(host && `${host}/${github}`);
  }
  const gitlab = slugOf('gitlab.com/project-slug');
  if (gitlab) {
    const name = annotated(entity, 'gitlab.com/instance');
    const list = integrations.gitlab.list();
    const host = hostOf(list, { name, managedBy, usual: 'gitlab.com' });
    found.push(host && `${host}/${gitlab}`);
  }
  const server = slugOf('bitbucket.com/project-slug');
  if (server) {
    const list = integrations.bitbucketServer.list();
    const usual = list.length === 1 ? list[0].config.host : undefined;
    const host = hostOf(list, { managedBy, usual });
    const [project, name] = server.split('/');
    found.push(
      host
        ? `${host}/projects/${project}/repos/${name}`
        : `https://bitbucket.org/${server}`,
    );
  }
  const cloud = slugOf('bitbucket.org/project-slug');
  if (cloud) found.push(`https://bitbucket.org/${cloud}`);
  const azure = annotated(entity, 'dev.azure.com/project-repo')?.split('/');
  if (azure?.length === 2) {
    const at =
      annotated(entity, 'dev.azure.com/host-org') ??
      /^https:\/\/([^/]+\/[^/]+)\/[^/]+\/_git\//.exec(managedBy ?? '')?.[1];
    const [project, name] = azure.map(encodeURIComponent);
    found.push(at && `https://${at}/${project}/_git/${name}`);
  }
  return found.flatMap(url => url ?? []);
}
