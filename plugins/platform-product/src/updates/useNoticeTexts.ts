import { Notice } from '@platform-product/backstage-plugin-common';
import { formatMoment, formatUtc, formatUtcSpan } from '../shared/dates';
import { useTexts } from '../shared/useTexts';

type Data = NonNullable<Notice['data']>;
type Window = Pick<Notice, 'from' | 'until'>;

/** What a notice says, in sentences. */
export function useNoticeTexts() {
  const t = useTexts();
  return {
    /** From when to when, as everybody reads it; nothing where it is not known. */
    windowOf({ from, until }: Window): string | undefined {
      if (!from) return undefined;
      return until
        ? formatUtcSpan(from, until)
        : t('updates.notices.since', { from: formatUtc(from) });
    },
    /** The same in the reader's time. */
    localWindowOf({ from, until }: Window): string | undefined {
      if (!from) return undefined;
      const moments = [from, until].flatMap(at =>
        at ? [formatMoment(at)] : [],
      );
      return t('updates.notices.localTime', { window: moments.join(' – ') });
    },
    dataOf({ effect, what, amount, certainty, recoverable }: Data): string {
      const howMuch = amount
        ? `${amount} (${t(`updates.certainties.${certainty}`)})`
        : t('updates.certainties.unknown');
      return `${[t(`updates.effects.${effect}`), what, howMuch]
        .filter(Boolean)
        .join(' · ')}. ${t(`updates.recoverable.${recoverable}`)}.`;
    },
  };
}
