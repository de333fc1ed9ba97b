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
        const text = t(`reviewers.finder.reasons.${reason.kind}`, {
          count: reason.count,
          place: reason.path || t('reviewers.finder.reasons.everywhere'),
        });
        return reason.lastAt
          ? `${text}, ${t('reviewers.finder.reasons.last', {
              ago: formatRelative(reason.lastAt),
            })}`
          : text;
      }
      case 'reviewedAuthor':
        return t('reviewers.finder.reasons.reviewedAuthor', {
          count: reason.count,
        });
      case 'owns':
        return t('reviewers.finder.reasons.owns', { count: reason.files });
      default:
        return t('reviewers.finder.reasons.onRoster');
    }
  };

  const describeLeftOut = ({
    reason,
    awayUntil,
  }: Suggestions['leftOut'][number]): string =>
    t(`reviewers.finder.leftOutReasons.${reason}`, {
      date: awayUntil ? formatDay(awayUntil) : '',
    });

  const describeOverlap = ({
    overlapHours,
  }: Suggestion): string | undefined => {
    if (overlapHours === undefined) return undefined;
    const count = Math.round(overlapHours);
    return count > 0
      ? t('reviewers.finder.overlap', { count })
      : t('reviewers.finder.noOverlap');
  };

  const describeTerms = ({ role, paths, endsOn }: RosterTerms): string =>
    [
      t(`reviewers.finder.roles.${role}`),
      paths.length ? paths.join(', ') : t('reviewers.roster.everything'),
      endsOn && t('reviewers.roster.until', { date: formatDay(endsOn) }),
    ]
      .filter(Boolean)
      .join(' · ');

  return { describeReason, describeLeftOut, describeOverlap, describeTerms };
}
