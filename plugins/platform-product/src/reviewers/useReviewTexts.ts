import {
  RosterTerms,
  Suggestion,
  SuggestionReason,
  Suggestions,
} from '@platform-product/backstage-plugin-common';
import { formatDay, formatRelative } from '../shared/dates';
import { useTexts } from '../shared/useTexts';

/** Says in words why somebody is suggested, and why somebody is not. */
export function useReviewTexts() {
  const t = useTexts();

  const describeReason = (reason: SuggestionReason): string => {
    switch (reason.kind) {
      case 'reviewed':
      case 'authored': {
        const text = t(`finder.reasons.${reason.kind}`, {
          count: reason.count,
          place: reason.path || t('finder.reasons.everywhere'),
        });
        return reason.lastAt
          ? `${text}, ${t('finder.reasons.last', {
              ago: formatRelative(reason.lastAt),
            })}`
          : text;
      }
      case 'reviewedAuthor':
        return t('finder.reasons.reviewedAuthor', { count: reason.count });
      case 'owns':
        return t('finder.reasons.owns', { count: reason.files });
      default:
        return t('finder.reasons.onRoster');
    }
  };

  const describeLeftOut = ({
    reason,
    awayUntil,
  }: Suggestions['leftOut'][number]): string =>
    t(`finder.leftOutReasons.${reason}`, {
      date: awayUntil ? formatDay(awayUntil) : '',
    });

  const describeOverlap = ({
    overlapHours,
  }: Suggestion): string | undefined => {
    if (overlapHours === undefined) return undefined;
    return overlapHours > 0
      ? t('finder.overlap', { hours: `${Math.round(overlapHours)} h` })
      : t('finder.noOverlap');
  };

  const describeTerms = ({ role, paths, endsOn }: RosterTerms): string =>
    [
      t(`finder.roles.${role}`),
      paths.length ? paths.join(', ') : t('roster.everything'),
      endsOn && t('roster.until', { date: formatDay(endsOn) }),
    ]
      .filter(Boolean)
      .join(' · ');

  return { describeReason, describeLeftOut, describeOverlap, describeTerms };
}
