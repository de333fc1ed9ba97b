import { ChildProcess, spawn } from 'child_process';
import { once } from 'events';
import { mkdtemp, rm, writeFile } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';
import { createInterface } from 'readline';
import { setTimeout } from 'timers/promises';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';

const transform = require.resolve(
  '@backstage/cli-node/config/nodeTransform.cjs',
);

const rarely = { frequency: 'PT10H', timeout: 'PT10H' };

export interface BenchBackendOptions {
  readonly port: number;
  readonly services: number;
  readonly database: JsonObject;
  readonly sweep: JsonObject;
  /** Whether notifications hang for ever. */
  readonly holdsNotifications?: boolean;
  /** Milliseconds that each call to tell people takes longer. */
  readonly notificationDelay?: number;
  /** How many people each owning team has. */
  readonly teamSize?: number;
  /** How many changes the history of one service has. */
  readonly changes?: number;
  /** Milliseconds that a page of it takes. */
  readonly pageDelay?: number;
  /** When that history is read. */
  readonly sync?: JsonObject;
  /** How many notices the service that all others use has behind it. */
  readonly notices?: number;
  /** How many people answer a round on each service. */
  readonly answers?: number;
  /** When people are asked for ratings, and when these are released. */
  readonly satisfaction?: JsonObject;
}

/** A sweep as the log tells of it. */
export interface LoggedSweep {
  readonly finishedAt: Date;
  readonly services: number;
  readonly seconds: number;
}

/** A backend in a process of its own. */
export class BenchBackend {
  readonly baseUrl: string;
  readonly log: string[] = [];
  readonly #process: ChildProcess;
  readonly #directory: string;

  private constructor(options: {
    baseUrl: string;
    process: ChildProcess;
    directory: string;
  }) {
    this.baseUrl = options.baseUrl;
    this.#process = options.process;
    this.#directory = options.directory;
    for (const stream of [this.#process.stdout!, this.#process.stderr!]) {
      createInterface({ input: stream }).on('line', line => {
        // eslint-disable-next-line no-control-regex
        if (line) this.log.push(line.replace(/\u001b\[\d+m/g, ''));
      });
    }
  }

  static async start(options: BenchBackendOptions): Promise<BenchBackend> {
    const { port, services, database, sweep, sync } = options;
    const { changes = 0, pageDelay = 0, answers = 0, teamSize = 0 } = options;
    const { notices = 0 } = options;
    const { satisfaction = { releases: rarely } } = options;
    const { holdsNotifications = false, notificationDelay = 0 } = options;
    const directory = await mkdtemp(join(tmpdir(), 'platform-product-bench-'));
    const config = join(directory, 'app-config.yaml');
    const baseUrl = `http://localhost:${port}`;
    await writeFile(
      config,
      JSON.stringify({
        app: { baseUrl },
        backend: {
          baseUrl,
          listen: { port, host: '127.0.0.1' },
          auth: {
            keys: [{ secret: Buffer.alloc(24, 'bench').toString('base64') }],
          },
          database,
        },
        auth: { environment: 'development', providers: { demo: {} } },
        permission: { enabled: true },
        catalog: { rules: [{ allow: ['Component', 'Group', 'User'] }] },
        bench: {
          services,
          teamSize,
          changes,
          pageDelay,
          answers,
          notices,
          holdsNotifications,
          notificationDelay,
        },
        platformProduct: {
          maturity: { sweep },
          ...(sync && { reviewers: { sync } }),
          satisfaction,
        },
      }),
    );
    const child = spawn(
      process.execPath,
      ['--require', transform, 'src/backend.ts', '--config', config],
      {
        cwd: resolvePackagePath('bench'),
        env: { ...process.env, NODE_ENV: 'development', NO_COLOR: '1' },
        // Its input ends with this process, and it with its input.
        stdio: ['pipe', 'pipe', 'pipe'],
      },
    );
    const backend = new BenchBackend({ baseUrl, process: child, directory });
    try {
      await backend.#untilReady();
    } catch (error) {
      await backend.stop();
      throw error;
    }
    return backend;
  }

  async #untilReady() {
    for (let tries = 0; tries < 240; tries++) {
      if (this.#process.exitCode !== null) break;
      const response = await fetch(
        `${this.baseUrl}/.backstage/health/v1/readiness`,
      ).catch(() => undefined);
      if (response?.ok) return;
      await setTimeout(500);
    }
    throw new Error(
      `The backend did not start:\n${this.log.slice(-20).join('\n')}`,
    );
  }

  /** Signs in as a persona and answers with the token. */
  async signIn(persona: string): Promise<string> {
    const response = await fetch(`${this.baseUrl}/api/auth/demo/refresh`, {
      headers: { 'x-demo-user': persona },
    });
    const { backstageIdentity } = await response.json();
    return backstageIdentity.token;
  }

  /** Calls a plugin by a path such as `catalog/entities`. */
  async call(
    path: string,
    options: {
      readonly token: string;
      readonly method?: 'GET' | 'POST' | 'PUT';
      readonly body?: JsonObject;
      readonly headers?: Readonly<Record<string, string>>;
    },
  ): Promise<Response> {
    const { token, method, body, headers } = options;
    return fetch(`${this.baseUrl}/api/${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        ...(body && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      body: body && JSON.stringify(body),
    });
  }

  /** Has a task of the plugin run as soon as it may. */
  async trigger(task: string): Promise<Response> {
    return this.call(
      `platform-product/.backstage/scheduler/v1/tasks/platform-product-${task}/trigger`,
      { method: 'POST', token: await this.signIn('consumer') },
    );
  }

  /** The sweeps that this backend has finished. */
  sweeps(): LoggedSweep[] {
    return this.log.flatMap(line => {
      const match =
        /^(\S+Z) .*Assessed all services services=(\d+) .*seconds=([\d.]+)/.exec(
          line,
        );
      return match
        ? [
            {
              finishedAt: new Date(match[1]),
              services: Number(match[2]),
              seconds: Number(match[3]),
            },
          ]
        : [];
    });
  }

  /** Ends the process, by the signal that is given. */
  async stop(signal: NodeJS.Signals = 'SIGTERM') {
    if (this.#process.exitCode === null && !this.#process.killed) {
      const exited = once(this.#process, 'exit');
      this.#process.kill(signal);
      await exited;
    }
    await rm(this.#directory, { recursive: true, force: true });
  }
}
