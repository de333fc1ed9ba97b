import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';

const pluginId = 'announcements';
const patience = 10_000;
/** How many of the newest are looked through. */
const mostSearched = 50;

/** What the announcements plugin is told, by the names of its own API. */
export interface Announcement {
  readonly publisher: string;
  readonly title: string;
  readonly excerpt: string;
  /** Markdown. */
  readonly body: string;
  readonly active: true;
  /** In ISO 8601. */
  readonly start_at: string;
}

interface SentAnnouncement {
  readonly id: string;
  readonly body: string;
}

const pathOf = (id: string) => `announcements/${encodeURIComponent(id)}`;

/** Talks to the announcements plugin, in the name of this plugin. */
export class AnnouncementsClient {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
  }

  /** The one among the newest whose text has something in it. */
  async find(text: string): Promise<string | undefined> {
    const response = await this.#call(`announcements?max=${mostSearched}`);
    const { results }: { results: SentAnnouncement[] } = await response.json();
    return results.find(({ body }) => body.includes(text))?.id;
  }

  /** @returns its id */
  async add(announcement: Announcement): Promise<string> {
    const response = await this.#call('announcements', 'POST', announcement);
    return ((await response.json()) as SentAnnouncement).id;
  }

  /** Changes one, unless somebody has removed it there. */
  async change(id: string, announcement: Announcement): Promise<void> {
    await this.#call(pathOf(id), 'PUT', announcement);
  }

  async remove(id: string): Promise<void> {
    await this.#call(pathOf(id), 'DELETE');
  }

  /** @throws ResponseError when it is refused; what is not there counts as done */
  async #call(path: string, method = 'GET', body?: Announcement) {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: pluginId,
    });
    const baseUrl = await this.#discovery.getBaseUrl(pluginId);
    const response = await fetch(`${baseUrl}/${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        ...(body && { 'Content-Type': 'application/json' }),
      },
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(patience),
    });
    const isGone =
      response.status === 404 && ['PUT', 'DELETE'].includes(method);
    if (!response.ok && !isGone) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}
