import { Notice } from '@platform-product/backstage-plugin-common';
import {
  isAboutData,
  isMaintenance,
  NoticeDraft,
} from '@platform-product/backstage-plugin-common/rules';
import { BodyOf } from '../api/BodyOf';
import { fromInputMoment, toInputMoment } from '../shared/dates';

/** What is typed of a notice, each as its field has it. */
export interface NoticeForm {
  readonly kind: Notice['kind'];
  readonly impact: Notice['impact'];
  readonly status: Notice['status'];
  readonly title: string;
  readonly text: string;
  readonly whatToDo: string;
  readonly notAffected: string;
  readonly safeAgain: string;
  readonly from: string;
  readonly until: string;
  readonly detectedAt: string;
  readonly nextUpdateDueAt: string;
  readonly effect: NonNullable<Notice['data']>['effect'];
  readonly what: string;
  readonly amount: string;
  readonly certainty: NonNullable<Notice['data']>['certainty'];
  readonly recoverable: NonNullable<Notice['data']>['recoverable'];
}

/** Words that a kind of notice usually begins with. */
export type NoticeTemplate = Pick<NoticeForm, 'title' | 'whatToDo'>;

/** A form for a kind, with its template. */
export function emptyNoticeForm(
  kind: Notice['kind'],
  template: NoticeTemplate,
  now: Date,
): NoticeForm {
  return {
    kind,
    impact: isMaintenance({ kind }) ? 'minor' : 'major',
    status: isMaintenance({ kind }) ? 'scheduled' : 'investigating',
    ...template,
    text: '',
    notAffected: '',
    safeAgain: '',
    from: '',
    until: '',
    detectedAt: toInputMoment(now.toISOString()),
    nextUpdateDueAt: '',
    effect: kind === 'data-corruption' ? 'corrupted' : 'lost',
    what: '',
    amount: '',
    certainty: 'unknown',
    recoverable: 'unknown',
  };
}

/** A form that says what a notice says. */
export function noticeFormOf(notice: Notice): NoticeForm {
  const momentOf = (at: string | undefined) => (at ? toInputMoment(at) : '');
  const { data } = notice;
  return {
    kind: notice.kind,
    impact: notice.impact,
    // Of planned maintenance, time tells the status.
    status: isMaintenance(notice) ? 'scheduled' : notice.status,
    title: notice.title,
    text: notice.text,
    whatToDo: notice.whatToDo ?? '',
    notAffected: notice.notAffected ?? '',
    safeAgain: notice.safeAgain ?? '',
    from: momentOf(notice.from),
    until: momentOf(notice.until),
    detectedAt: momentOf(notice.detectedAt),
    nextUpdateDueAt: momentOf(notice.nextUpdateDueAt),
    effect: data?.effect ?? 'lost',
    what: data?.what ?? '',
    amount: data?.amount ?? '',
    certainty: data?.certainty ?? 'unknown',
    recoverable: data?.recoverable ?? 'unknown',
  };
}

/** The words of an earlier notice, at another time. */
export function asTheLast(last: Notice, form: NoticeForm): NoticeForm {
  return {
    ...noticeFormOf(last),
    status: form.status,
    from: form.from,
    until: form.until,
    detectedAt: form.detectedAt,
    nextUpdateDueAt: form.nextUpdateDueAt,
  };
}

const textOf = (text: string) => text.trim() || undefined;

/** What is asked about data. */
export function dataOf(form: NoticeForm): NoticeDraft['data'] {
  const { effect, what, amount, certainty, recoverable } = form;
  return isAboutData(form)
    ? {
        effect,
        what: textOf(what),
        amount: textOf(amount),
        certainty,
        recoverable,
      }
    : undefined;
}

/** What is sent: nothing that the kind does not ask for. */
export function toNoticeBody(form: NoticeForm): BodyOf<'draftNotice'> {
  const isPlanned = isMaintenance(form);
  return {
    kind: form.kind,
    impact: form.impact,
    status: form.status,
    title: form.title.trim(),
    text: textOf(form.text),
    whatToDo: textOf(form.whatToDo),
    notAffected: textOf(form.notAffected),
    safeAgain: isAboutData(form) ? textOf(form.safeAgain) : undefined,
    from: fromInputMoment(form.from),
    until: fromInputMoment(form.until),
    data: dataOf(form),
    detectedAt: isPlanned ? undefined : fromInputMoment(form.detectedAt),
    nextUpdateDueAt: isPlanned
      ? undefined
      : fromInputMoment(form.nextUpdateDueAt),
  };
}
