import { noticeDraftSchema } from '@platform-product/backstage-plugin-common/rules';
import { missingLogs } from '../__testUtils__/updates';
import { followUpOf, isFollowUpReady, toFollowUpBody } from './followUpForm';
import {
  asTheLast,
  emptyNoticeForm,
  noticeFormOf,
  toNoticeBody,
} from './noticeForm';

const template = { title: 'Some data is missing', whatToDo: 'Wait.' };
const now = new Date('2026-11-20T12:00:00.000Z');

describe('the form of a notice', () => {
  it('says what the notice says', () => {
    const { kind, impact, status, title, text, data } = missingLogs;
    expect(toNoticeBody(noticeFormOf(missingLogs))).toEqual({
      kind,
      impact,
      status,
      title,
      text,
      data,
      whatToDo: missingLogs.whatToDo,
      notAffected: missingLogs.notAffected,
      safeAgain: undefined,
      from: missingLogs.from,
      until: missingLogs.until,
      detectedAt: missingLogs.detectedAt,
      nextUpdateDueAt: missingLogs.nextUpdateDueAt,
    });
  });

  it.each(['missing-data', 'outage', 'maintenance'] as const)(
    'of %s can be kept as it begins',
    kind => {
      const body = toNoticeBody(emptyNoticeForm(kind, template, now));
      expect(noticeDraftSchema.safeParse(body).error).toBeUndefined();
      expect(body.data !== undefined).toBe(kind === 'missing-data');
      expect(body.detectedAt !== undefined).toBe(kind !== 'maintenance');
    },
  );

  it('takes over the words of the last one, and none of its times', () => {
    const form = emptyNoticeForm('missing-data', template, now);
    const next = asTheLast(missingLogs, form);
    expect(next).toMatchObject({ title: missingLogs.title, from: '' });
    expect(next.detectedAt).toBe(form.detectedAt);
    expect(next.status).toBe('investigating');
  });
});

describe('the form of an update', () => {
  it('sends of what was known before only what has changed', () => {
    const form = followUpOf(missingLogs);
    expect(toFollowUpBody({ ...form, text: ' News. ' }, missingLogs)).toEqual({
      version: 2,
      text: 'News.',
    });
    const better = { ...form, text: 'News.', amount: '2 %', whatToDo: 'Wait.' };
    expect(toFollowUpBody(better, missingLogs).changes).toEqual({
      whatToDo: 'Wait.',
      data: { ...missingLogs.data, amount: '2 %' },
    });
  });

  it('takes away what was taken out', () => {
    const form = { ...followUpOf(missingLogs), text: 'News.' };
    expect(
      toFollowUpBody(
        { ...form, impact: 'minor', until: '', whatToDo: ' ' },
        missingLogs,
      ),
    ).toMatchObject({
      impact: 'minor',
      changes: { until: null, whatToDo: null },
    });
  });

  it('begins as a post-mortem of what is over', () => {
    const form = followUpOf({ ...missingLogs, status: 'resolved' });
    expect(form.status).toBe('post-mortem');
    expect(
      toFollowUpBody({ ...form, text: 'Why.', isFinal: true }, missingLogs),
    ).toMatchObject({ status: 'post-mortem', isFinal: true });
  });

  it.each([
    ['', 'identified', '', false],
    ['News.', 'identified', '', true],
    ['News.', 'merged', '', false],
    ['News.', 'merged', missingLogs.id, true],
  ] as const)(
    'with %p, %s and %p is ready: %s',
    (text, status, into, isReady) => {
      const form = {
        ...followUpOf(missingLogs),
        text,
        status,
        mergedInto: into,
      };
      expect(isFollowUpReady(form)).toBe(isReady);
    },
  );
});
