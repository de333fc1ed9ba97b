import { InputError } from '@backstage/errors';
import { Notice } from '@platform-product/backstage-plugin-common';
import {
  isOpen,
  noticeInputSchema,
  pastUpdateSchema,
} from '@platform-product/backstage-plugin-common/rules';
import {
  NoticeRecord,
  RecordImport,
} from '@platform-product/backstage-plugin-node';
import { idOfKey } from '../../database/idOfKey';
import { readRecord } from '../readRecord';
import { PastNotice, PastNoticeStore } from './PastNoticeStore';

/** Brings in notices of the past; what was brought in once stays as it is. */
export class NoticeImporter {
  readonly #store: PastNoticeStore;
  readonly #keepFor: number;
  readonly #now: () => Date;

  constructor(options: {
    store: PastNoticeStore;
    /** For how long notices are kept once they are over, in milliseconds. */
    keepFor: number;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#keepFor = options.keepFor;
    this.#now = options.now;
  }

  /**
   * Answers with the refs of services that have new ones.
   *
   * @throws InputError naming the first notice that could not have been told here
   */
  async run(source: RecordImport): Promise<string[]> {
    const now = this.#now();
    const records = (await source.loadNotices?.({ now })) ?? [];
    const keptSince = +now - this.#keepFor;
    const past = records
      .map(record => toPastNotice(record))
      .filter(
        ({ notice: { endedAt } }) => !endedAt || +new Date(endedAt) > keptSince,
      );
    const added = await this.#store.add(past);
    return [...new Set(added.map(({ notice }) => notice.entityRef))];
  }
}

const timeOf = (date: Date | undefined) => date?.toISOString();

function toPastNotice(record: NoticeRecord): PastNotice {
  const { updates, reached, key, entityRef, ...content } = record;
  const name = `notice '${key}'`;
  const written = {
    ...content,
    from: timeOf(content.from),
    until: timeOf(content.until),
    detectedAt: timeOf(content.detectedAt),
  };
  const {
    status: _,
    nextUpdateDueAt: __,
    ...said
  } = readRecord(noticeInputSchema, written, name);
  const [first] = updates;
  if (!first) throw new InputError(`The ${name} to import has no update`);
  updates.forEach((update, index) =>
    readRecord(pastUpdateSchema, update, `update ${index + 1} of ${name}`),
  );
  const newest = updates[updates.length - 1];
  const end = updates.find(({ status }) => !isOpen({ status }));
  const id = idOfKey('notice', key);
  const notice: PastNotice['notice'] = {
    ...said,
    text: said.text ?? '',
    detectedAt: said.detectedAt ?? first.at.toISOString(),
    id,
    entityRef,
    impact: newest.impact ?? content.impact,
    status: newest.status,
    publishedAt: first.at.toISOString(),
    toldAfterwards: !isOpen(first),
    nextUpdateDueAt: isOpen(newest)
      ? timeOf(newest.nextUpdateDueAt)
      : undefined,
    endedAt: timeOf(isOpen(newest) ? undefined : end?.at),
    version: updates.length,
    createdBy: first.by,
    createdAt: first.at.toISOString(),
    updates: updates
      .map((update, index): Notice['updates'][number] => ({
        ...update,
        id: idOfKey('notice update', `${key} ${index}`),
        impact: update.impact ?? content.impact,
        nextUpdateDueAt: timeOf(update.nextUpdateDueAt),
        at: update.at.toISOString(),
      }))
      .reverse(),
  };
  return {
    notice,
    reached: reached?.map(item => ({
      entityRef: item.entityRef,
      path: item.path,
      parents: item.path.slice(-2, -1),
      owners: item.owners,
    })),
    answers: (reached ?? []).flatMap(({ entityRef: ref, answer }) =>
      answer
        ? [
            {
              entityRef: ref,
              answer: answer.kind,
              note: answer.note,
              by: answer.by,
              at: answer.at.toISOString(),
            },
          ]
        : [],
    ),
  };
}
