import { WaitingNotice } from '@platform-product/backstage-plugin-common';
import {
  byTime,
  mostWaiting,
  WaitingReader,
  WaitingSource,
} from '../../services/WaitingSource';
import { NoticeAnswers } from './NoticeAnswers';

/** Notices that something of somebody has not answered, each once. */
export class WaitingNotices implements WaitingSource {
  readonly #answers: Pick<NoticeAnswers, 'listConcerning'>;

  constructor(options: { answers: Pick<NoticeAnswers, 'listConcerning'> }) {
    this.#answers = options.answers;
  }

  /** As many queries and calls as `listConcerning`. */
  async listWaiting(reader: WaitingReader): Promise<WaitingNotice[]> {
    const found = await this.#answers.listConcerning(undefined, reader);
    const waiting = new Map<string, WaitingNotice>();
    for (const { notice, title, concerned, canAnswer } of found) {
      if (!canAnswer || concerned.answer) continue;
      const others = waiting.get(notice.id)?.concerned ?? [];
      waiting.set(notice.id, {
        kind: 'notice',
        entityRef: notice.entityRef,
        title,
        at: notice.publishedAt!,
        notice,
        concerned: [...others, concerned],
      });
    }
    return [...waiting.values()].sort(byTime).slice(0, mostWaiting);
  }
}
