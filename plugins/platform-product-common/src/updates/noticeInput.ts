import { z } from 'zod';
import { plainText } from '../api/parameters';
import { httpsLink, moment } from './inputs';
import {
  certainties,
  dataEffects,
  noticeImpacts,
  noticeKinds,
  noticeStatuses,
  recoveries,
} from './notices';
import { firstStatuses, isAboutData, isMaintenance } from './noticeStates';

/** What a draft can say: its kind and title, and whatever is known by now. */
export const noticeDraftSchema = z.strictObject({
  kind: z.enum(noticeKinds),
  impact: z.enum(noticeImpacts).default('major'),
  status: z.enum(noticeStatuses).optional(),
  title: plainText({ min: 5, max: 200 }),
  text: plainText({ max: 5000 }).optional(),
  whatToDo: plainText({ max: 2000 }).optional(),
  notAffected: plainText({ max: 2000 }).optional(),
  safeAgain: plainText({ max: 2000 }).optional(),
  from: moment.optional(),
  until: moment.optional(),
  data: z
    .strictObject({
      effect: z.enum(dataEffects),
      what: plainText({ max: 500 }).optional(),
      amount: plainText({ max: 200 }).optional(),
      certainty: z.enum(certainties).default('unknown'),
      recoverable: z.enum(recoveries).default('unknown'),
    })
    .optional(),
  detectedAt: moment.optional(),
  nextUpdateDueAt: moment.optional(),
});

const { shape } = noticeDraftSchema;

/** What is known better of a notice by now; null takes a field away. */
export const noticeChangesSchema = z.strictObject({
  whatToDo: shape.whatToDo.nullable(),
  notAffected: shape.notAffected.nullable(),
  safeAgain: shape.safeAgain.nullable(),
  from: shape.from.nullable(),
  until: shape.until.nullable(),
  data: shape.data,
});

/** What somebody writes of a notice. */
export type NoticeDraft = z.output<typeof noticeDraftSchema>;

/** A notice that is ready for its users; the same, with nothing left out that they need. */
export type NoticeInput = NoticeDraft;

interface Rule {
  readonly field: string;
  readonly message: string;
  readonly isBroken: (notice: NoticeDraft) => boolean;
}

/** What has to hold of a notice before its users see it. */
const rules: readonly Rule[] = [
  {
    field: 'text',
    message: 'must say what happened',
    isBroken: ({ text }) => !text,
  },
  {
    field: 'detectedAt',
    message: 'must say when it was found',
    isBroken: notice => !isMaintenance(notice) && !notice.detectedAt,
  },
  {
    field: 'from',
    message: 'must say when the maintenance begins',
    isBroken: notice => isMaintenance(notice) && !notice.from,
  },
  {
    field: 'until',
    message: 'must say when the maintenance ends',
    isBroken: notice => isMaintenance(notice) && !notice.until,
  },
  {
    field: 'until',
    message: 'must be after its begin',
    isBroken: ({ from, until }) =>
      Boolean(from && until) && +new Date(from!) >= +new Date(until!),
  },
  {
    field: 'data',
    message: 'belongs to notices about data, and to no other',
    isBroken: notice => Boolean(notice.data) && !isAboutData(notice),
  },
  {
    field: 'data',
    message: 'must say what became of the data',
    isBroken: notice => isAboutData(notice) && !notice.data,
  },
  {
    field: 'status',
    message: 'is none that a notice of this kind begins with',
    isBroken: notice =>
      notice.status !== undefined &&
      !firstStatuses(notice).includes(notice.status),
  },
];

/** A notice that is ready for its users. */
export const noticeInputSchema = noticeDraftSchema.superRefine(
  (notice, context) => {
    for (const { field, message, isBroken } of rules) {
      if (isBroken(notice)) {
        context.addIssue({ code: 'custom', path: [field], message });
      }
    }
  },
);

/** What was said of a notice of the past. */
export const pastUpdateSchema = z.object({
  status: z.enum(noticeStatuses),
  impact: z.enum(noticeImpacts).optional(),
  text: plainText({ min: 1, max: 5000 }),
  link: httpsLink.optional(),
  isFinal: z.boolean().optional(),
  nextUpdateDueAt: z.date().optional(),
  by: plainText({ min: 1, max: 600 }),
  at: z.date(),
});
