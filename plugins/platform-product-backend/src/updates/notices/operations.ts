import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  measureNotices,
  noticeRoutes,
} from '@platform-product/backstage-plugin-common/rules';
import { AccessService } from '../../access/AccessService';
import { ServiceEntity } from '../../catalog/ServiceCatalog';
import { Operations } from '../../operations/Operations';
import { NoticeAnswers } from './NoticeAnswers';
import { NoticePreviewer } from './NoticePreviewer';
import { NoticeService } from './NoticeService';
import { StoredNotice } from './NoticeStore';

const year = 365 * 24 * 60 * 60 * 1000;

interface NoticeCall {
  readonly service: ServiceEntity;
  readonly credentials: BackstageCredentials;
}

/** Adds what can be asked of notices. */
export function addNoticeOperations(
  operations: Operations,
  room: {
    readonly access: AccessService;
    readonly notices: NoticeService;
    readonly answers: NoticeAnswers;
    readonly preview: NoticePreviewer;
    readonly now: () => Date;
  },
): void {
  const { access, notices, answers, preview, now } = room;

  async function isTeam({ service, credentials }: NoticeCall) {
    const { writeNotices } = await access.allowed(
      ['writeNotices'],
      service.entity,
      credentials,
    );
    return writeNotices;
  }
  const show = async (notice: StoredNotice) => {
    const [shown] = await answers.withReach([notice]);
    return shown;
  };
  /** A draft is there for its team alone. */
  const finder = {
    find: (id: string) => notices.find(id),
    show: async (notice: StoredNotice, call: NoticeCall) =>
      notice.publishedAt || (await isTeam(call)) ? notice : undefined,
  };

  operations.on(noticeRoutes.listNotices, async call => {
    const { entityRef } = call.service;
    const page = await notices.list({
      ...call.query,
      entityRef,
      isTeam: () => isTeam(call),
    });
    return { ...page, items: await answers.withReach(page.items) };
  });

  operations.on(noticeRoutes.getNoticeMeasures, async ({ service }) => {
    const since = new Date(+now() - year);
    const found = await notices.listPublished([service.entityRef], since);
    return measureNotices(await answers.withReach(found), now());
  });

  operations.on(
    noticeRoutes.publishNotice,
    async ({ service, body, by, idempotencyKey }) =>
      show(await notices.publish(service, body, { by, idempotencyKey })),
  );

  operations.on(
    noticeRoutes.draftNotice,
    ({ service, body, by, idempotencyKey }) =>
      notices.draft(service, body, { by, idempotencyKey }),
  );

  operations.on(
    noticeRoutes.ingestNotice,
    ({ service, body, credentials, idempotencyKey }) =>
      notices.draft(service, body, {
        by: access.requireService(credentials),
        isTool: true,
        idempotencyKey,
      }),
  );

  operations.on(noticeRoutes.previewNotice, ({ service, body, credentials }) =>
    preview.show(service, body.notice, {
      entityRef: body.entityRef,
      credentials,
    }),
  );

  operations.onRecord(noticeRoutes.getNotice, finder, ({ record }) =>
    show(record),
  );

  operations.onRecord(noticeRoutes.changeDraft, finder, ({ record, body }) =>
    notices.changeDraft(record, body),
  );

  operations.onRecord(
    noticeRoutes.publishDraft,
    finder,
    async ({ record, body, by }) =>
      show(await notices.publishDraft(record, body, by)),
  );

  operations.onRecord(noticeRoutes.discardDraft, finder, ({ record }) =>
    notices.discardDraft(record),
  );

  operations.onRecord(
    noticeRoutes.updateNotice,
    finder,
    async ({ record, body, by, idempotencyKey }) =>
      show(await notices.update(record, body, { by, idempotencyKey })),
  );

  operations.onRecord(
    noticeRoutes.listNoticeAnswers,
    finder,
    ({ record, query, credentials }) =>
      answers.list(record, query, { credentials }),
  );

  operations.onRecord(
    noticeRoutes.answerNotice,
    finder,
    ({ record, body, by, credentials }) =>
      answers.answer(record, { ...body, by }, { credentials }),
  );

  operations.onRecord(
    noticeRoutes.remindOfNotice,
    finder,
    ({ record, service }) => answers.remind(record, service),
  );

  operations.on(
    noticeRoutes.listConcerningNotices,
    async ({ query, credentials }) => {
      const items = await answers.listConcerning(query.entityRef, {
        credentials,
      });
      return { items, totalItems: items.length, pageInfo: {} };
    },
  );
}
