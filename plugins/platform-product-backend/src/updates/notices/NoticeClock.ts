import { randomUUID } from 'crypto';
import { statusAt } from '@platform-product/backstage-plugin-common/rules';
import { ServiceCatalog } from '../../catalog/ServiceCatalog';
import { Reassess } from '../../maturity/Levels';
import { Outbox } from '../../notifications/Outbox';
import { teamOf } from '../../people/teamOf';
import { updatePromised } from '../notifications';
import { NoticeStore } from './NoticeStore';

/** How long before a promised update its team is reminded, in milliseconds. */
const ahead = 5 * 60 * 1000;

const said = {
  'in-progress': 'It has begun, as planned.',
  completed: 'It is over, as planned.',
} as const;

/** What becomes of notices by time alone: planned maintenance, and promises. */
export class NoticeClock {
  readonly #store: NoticeStore;
  readonly #services: Pick<ServiceCatalog, 'getServices'>;
  readonly #outbox: Pick<Outbox, 'put' | 'wake'>;
  readonly #reassess: Reassess;
  readonly #keepFor: number;
  readonly #now: () => Date;

  constructor(options: {
    store: NoticeStore;
    services: Pick<ServiceCatalog, 'getServices'>;
    outbox: Pick<Outbox, 'put' | 'wake'>;
    reassess: Reassess;
    /** For how long notices are kept once they are over, in milliseconds. */
    keepFor: number;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#services = options.services;
    this.#outbox = options.outbox;
    this.#reassess = options.reassess;
    this.#keepFor = options.keepFor;
    this.#now = options.now;
  }

  async run(signal: AbortSignal): Promise<void> {
    await this.#moveMaintenance(signal);
    await this.#remindTeams(signal);
    await this.#store.forget(new Date(+this.#now() - this.#keepFor));
  }

  /** Says of planned maintenance that it has begun, or is over. */
  async #moveMaintenance(signal: AbortSignal): Promise<void> {
    const now = this.#now();
    for (const notice of await this.#store.listToMove(now)) {
      signal.throwIfAborted();
      const status = statusAt(notice, now);
      if (status !== 'in-progress' && status !== 'completed') continue;
      const isOver = status === 'completed';
      const at = isOver ? notice.until! : notice.from!;
      await this.#store.change(
        notice,
        { status, endedAt: isOver ? at : undefined },
        {
          id: randomUUID(),
          status,
          impact: notice.impact,
          text: said[status],
          at,
          idempotencyKey: `${notice.id} ${status}`,
        },
      );
      await this.#reassess(notice.entityRef);
    }
  }

  async #remindTeams(signal: AbortSignal): Promise<void> {
    const due = await this.#store.listToPromise(new Date(+this.#now() + ahead));
    const services = await this.#services.getServices([
      ...new Set(due.map(({ entityRef }) => entityRef)),
    ]);
    for (const notice of due) {
      signal.throwIfAborted();
      const service = services.find(
        ({ entityRef }) => entityRef === notice.entityRef,
      );
      await this.#store.notePromiseTold(notice, async transaction => {
        if (!service) return;
        const { entity } = service;
        const to = teamOf(entity);
        await this.#outbox.put(
          transaction,
          updatePromised({ entity, notice, to }),
        );
      });
    }
    if (due.length) await this.#outbox.wake();
  }
}
