import {
  evidenceSources,
  Notice,
} from '@platform-product/backstage-plugin-common';
import {
  addBusinessHours,
  isAboutData,
  isLate,
  isMaintenance,
  isOpen,
  missingFields,
  timeToNotify,
} from '@platform-product/backstage-plugin-common/rules';
import {
  CollectedEvidence,
  CollectOptions,
  EvidenceCollector,
} from '@platform-product/backstage-plugin-node';
import { NoticeService } from './NoticeService';

const day = 24 * 60 * 60 * 1000;
const honestDays = 90;
const postMortemDays = 180;
/** Ten business days of eight hours. */
const postMortemHours = 80;

/** Post-mortems are due by business days, which are UTC's for everybody. */
const calendar = {
  timeZone: 'UTC',
  workingDays: [1, 2, 3, 4, 5],
  from: '09:00',
  until: '17:00',
};

const counts = ({ status }: Notice) =>
  status !== 'withdrawn' && status !== 'merged';

const numberOf = (count: number) =>
  `${count} ${count === 1 ? 'notice' : 'notices'}`;

/** How long users waited for the latest of them. */
function howLate(late: readonly Notice[]): string {
  const minutes = Math.max(...late.map(n => timeToNotify(n) ?? 0)) / 60_000;
  const span =
    minutes < 120
      ? `${Math.round(minutes)} minutes`
      : `${Math.round(minutes / 60)} hours`;
  return late.every(isMaintenance)
    ? `${span} after it had begun`
    : `${span} after it was found`;
}

/** Whether users were told early and in full, as far as that is due. */
function judgeHonesty(notices: readonly Notice[]) {
  const late = notices.filter(isLate);
  const incomplete = notices.filter(
    notice =>
      !isLate(notice) && !isOpen(notice) && missingFields(notice).length > 0,
  );
  const problems = [
    ...(late.length ? [`${late.length} came late, ${howLate(late)}`] : []),
    ...(incomplete.length
      ? [
          `${incomplete.length} left out ${
            missingFields(incomplete[0]).length
          } of what users need`,
        ]
      : []),
  ];
  if (problems.length) {
    return {
      result: 'fail' as const,
      summary: `Of ${numberOf(
        notices.length,
      )} in ${honestDays} days ${problems.join(', ')}`,
    };
  }
  return {
    result: 'pass' as const,
    summary: notices.length
      ? `${numberOf(
          notices.length,
        )} in ${honestDays} days, all of them early and complete`
      : `No notice in ${honestDays} days`,
  };
}

/** Whether notices about data have a final post-mortem, as far as that is due. */
function judgePostMortems(notices: readonly Notice[], now: Date) {
  const due = notices.filter(
    ({ endedAt }) =>
      endedAt &&
      +addBusinessHours(new Date(endedAt), postMortemHours, calendar) <= +now,
  );
  const without = due.filter(
    ({ endedAt, updates }) =>
      !updates.some(
        ({ isFinal, at }) =>
          isFinal &&
          +new Date(at) <=
            +addBusinessHours(new Date(endedAt!), postMortemHours, calendar),
      ),
  );
  if (!due.length) {
    return {
      result: 'not-applicable' as const,
      summary: `No post-mortem was due in ${postMortemDays} days`,
    };
  }
  return without.length
    ? {
        result: 'fail' as const,
        summary: `${without.length} of ${due.length} post-mortems did not come within ten business days`,
      }
    : {
        result: 'pass' as const,
        summary: `Every one of ${numberOf(
          due.length,
        )} about data has a post-mortem`,
      };
}

/** Named for the room’s own assessments after a notice. */
export const noticeCollectorId = evidenceSources.notices;

/** Tells how early and how fully users were told, and whether it was explained. */
export class NoticeCollector implements EvidenceCollector {
  readonly id = noticeCollectorId;
  readonly provides = [evidenceSources.notices, evidenceSources.postMortems];
  readonly #notices: Pick<NoticeService, 'listPublished'>;

  constructor(options: { notices: Pick<NoticeService, 'listPublished'> }) {
    this.#notices = options.notices;
  }

  /** Two queries. */
  async collect(options: CollectOptions): Promise<CollectedEvidence[]> {
    const { services, now } = options;
    const since = (days: number) => new Date(+now - days * day);
    const found = await this.#notices.listPublished(
      services.map(({ entityRef }) => entityRef),
      since(postMortemDays),
    );
    const counted = found.filter(counts);
    return services.flatMap(({ entityRef }) => {
      const own = counted.filter(notice => notice.entityRef === entityRef);
      const lately = own.filter(
        ({ publishedAt }) => new Date(publishedAt!) >= since(honestDays),
      );
      return [
        {
          entityRef,
          source: evidenceSources.notices,
          ...judgeHonesty(lately),
        },
        {
          entityRef,
          source: evidenceSources.postMortems,
          ...judgePostMortems(own.filter(isAboutData), now),
        },
      ];
    });
  }
}
