import { Notice } from '@platform-product/backstage-plugin-common';
import { isOpen } from '@platform-product/backstage-plugin-common/rules';
import { BodyOf } from '../api/BodyOf';
import { fromInputMoment } from '../shared/dates';
import { dataOf, NoticeForm, noticeFormOf } from './noticeForm';

/** What is typed of an update, with what is known better by now. */
export interface FollowUpForm extends NoticeForm {
  readonly link: string;
  readonly isFinal: boolean;
  readonly corrects: string;
  readonly mergedInto: string;
}

/** A form for what comes next: the usual thing is a post-mortem of what is over. */
export function followUpOf(notice: Notice): FollowUpForm {
  const isPostMortem =
    notice.status === 'resolved' || notice.status === 'post-mortem';
  return {
    ...noticeFormOf(notice),
    status: isPostMortem ? 'post-mortem' : notice.status,
    text: '',
    nextUpdateDueAt: '',
    link: '',
    isFinal: false,
    corrects: '',
    mergedInto: '',
  };
}

export function isFollowUpReady(form: FollowUpForm): boolean {
  const isMerged = form.status === 'merged';
  return Boolean(form.text.trim()) && (!isMerged || form.mergedInto !== '');
}

const textOf = (text: string) => text.trim() || undefined;

/** What is sent: of what was known before, only what has changed. */
export function toFollowUpBody(
  form: FollowUpForm,
  notice: Notice,
): BodyOf<'updateNotice'> {
  const known = noticeFormOf(notice);
  // What was taken out is taken away.
  const better = (field: 'whatToDo' | 'notAffected' | 'safeAgain') =>
    form[field] === known[field] ? undefined : textOf(form[field]) ?? null;
  const moment = (field: 'from' | 'until') =>
    form[field] === known[field]
      ? undefined
      : fromInputMoment(form[field]) ?? null;
  const data = dataOf(form);
  const isDataNew = JSON.stringify(data) !== JSON.stringify(dataOf(known));
  const changes = {
    whatToDo: better('whatToDo'),
    notAffected: better('notAffected'),
    safeAgain: better('safeAgain'),
    from: moment('from'),
    until: moment('until'),
    data: isDataNew ? data : undefined,
  };
  const hasChanges = Object.values(changes).some(value => value !== undefined);
  return {
    status: form.status === notice.status ? undefined : form.status,
    version: notice.version,
    impact: form.impact === notice.impact ? undefined : form.impact,
    text: form.text.trim(),
    link: textOf(form.link),
    isFinal: form.status === 'post-mortem' ? form.isFinal : undefined,
    corrects: textOf(form.corrects),
    mergedInto: form.status === 'merged' ? form.mergedInto : undefined,
    nextUpdateDueAt: isOpen(form)
      ? fromInputMoment(form.nextUpdateDueAt)
      : undefined,
    changes: hasChanges ? changes : undefined,
  };
}
