import { ScmIntegrationRegistry } from '@backstage/integration';
import { Forge, ForgePlace } from './Forge';
import { forges } from './forges';

/** The forge behind a link. */
export interface FoundForge {
  /** Type of its Backstage integration. */
  readonly type: string;
  readonly forge: Forge;
  /** Takes any link apart; undefined for what is not on this very forge. */
  parse(link: string): ForgePlace | undefined;
}

/** Where the pages of a forge are, for those that may be below a path. */
function pagesOf(url: URL, integrations: ScmIntegrationRegistry) {
  const gerrit = integrations.gerrit
    .list()
    .find(({ config }) =>
      config.gitilesBaseUrl
        ? new URL(config.gitilesBaseUrl).host === url.host
        : config.host === url.host,
    );
  if (gerrit) return { type: 'gerrit', pages: gerrit.config.gitilesBaseUrl };
  const type = integrations.byUrl(url)?.type;
  const below =
    type === 'gitlab' || type === 'gitea'
      ? integrations[type].byUrl(url)?.config.baseUrl
      : undefined;
  return { type, pages: below };
}

/** Finds the forge that a link is on, among those with an integration. */
export function forgeOf(
  link: string,
  integrations: ScmIntegrationRegistry,
): FoundForge | undefined {
  if (!URL.canParse(link)) return undefined;
  const { origin, host } = new URL(link);
  const { type, pages } = pagesOf(new URL(link), integrations);
  const forge = type === undefined ? undefined : forges[type];
  if (!type || !forge) return undefined;
  const base = pages ? new URL(pages).pathname.replace(/\/+$/, '') : '';
  return {
    type,
    forge,
    parse: other => {
      if (!URL.canParse(other)) return undefined;
      const url = new URL(other);
      const isHere = url.origin === origin && url.host === host;
      return isHere && !url.username && !url.password
        ? forge.parse(url, base)
        : undefined;
    },
  };
}
