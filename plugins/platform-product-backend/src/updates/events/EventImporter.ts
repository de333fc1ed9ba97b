import { InputError } from '@backstage/errors';
import { newEventSchema } from '@platform-product/backstage-plugin-common/rules';
import {
  EventRecord,
  RecordImport,
} from '@platform-product/backstage-plugin-node';
import { idOfKey } from '../../database/idOfKey';
import { readRecord } from '../readRecord';
import { checkTimes } from './EventService';
import { EventStore, StoredEvent } from './EventStore';

/** Brings in events of the past; what was brought in once stays as it is. */
export class EventImporter {
  readonly #store: Pick<EventStore, 'addPast'>;
  readonly #now: () => Date;

  constructor(options: {
    store: Pick<EventStore, 'addPast'>;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#now = options.now;
  }

  /** @throws InputError naming the first event that could not have been planned here */
  async run(source: RecordImport): Promise<void> {
    const records = (await source.loadEvents?.({ now: this.#now() })) ?? [];
    for (const event of records.map(toEvent)) await this.#store.addPast(event);
  }
}

function toEvent(record: EventRecord): StoredEvent {
  const { key, entityRef, by, at, ...content } = record;
  const read = readRecord(newEventSchema, content, `event '${key}'`);
  const { publish: _, ...planned } = read;
  const time = at.toISOString();
  const event: StoredEvent = {
    ...planned,
    id: idOfKey('event', key),
    entityRef,
    exceptions: [],
    sequence: 0,
    publishedAt: time,
    version: 1,
    createdBy: by,
    createdAt: time,
    changedAt: time,
  };
  try {
    checkTimes(event);
  } catch (error) {
    throw new InputError(`The event '${key}' to import can’t be`, error);
  }
  return event;
}
