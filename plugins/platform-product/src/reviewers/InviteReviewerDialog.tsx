import { usePersonName } from '../shared/usePersonName';
import { useTexts } from '../shared/useTexts';
import { TermsDialog } from './TermsDialog';
import { useRosterActions } from './useRosterActions';

/** Asks on which terms somebody is invited to review. */
export function InviteReviewerDialog(props: {
  readonly userRef: string;
  readonly entityRef: string;
  readonly sponsors: readonly string[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const t = useTexts();
  const name = usePersonName(props.userRef);
  const { put } = useRosterActions(props.entityRef);
  return (
    <TermsDialog
      title={t('reviewers.roster.inviteTitle', { name })}
      intro={t('reviewers.roster.inviteIntro')}
      submitText={t('reviewers.roster.invite')}
      doneText={t('reviewers.roster.invited')}
      sponsors={props.sponsors}
      submit={terms => put(props.userRef, terms)}
      onClose={props.onClose}
      onDone={props.onDone}
    />
  );
}
