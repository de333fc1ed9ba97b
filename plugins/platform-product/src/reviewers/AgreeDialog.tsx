import { RosterTerms } from '@platform-product/backstage-plugin-common';
import { RosterSide } from '@platform-product/backstage-plugin-common/rules';
import { FormDialog } from '../shared/FormDialog';
import { usePersonName } from '../shared/usePersonName';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';
import { useReviewTexts } from './useReviewTexts';
import { useRosterActions } from './useRosterActions';

/** Asks before one side agrees to what the other has put forward. */
export function AgreeDialog(props: {
  readonly side: RosterSide;
  readonly userRef: string;
  readonly entityRef: string;
  readonly terms: RosterTerms;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { side, userRef, entityRef, terms, onClose, onDone } = props;
  const t = useTexts();
  const name = usePersonName(userRef);
  const { describeTerms } = useReviewTexts();
  const { put } = useRosterActions(entityRef);
  const kind = side === 'person' ? 'accept' : 'approve';
  const submission = useSubmit({
    doneText: t('reviewers.roster.agreed'),
    submit: () => put(userRef, terms),
    onClose,
    onDone,
  });
  return (
    <FormDialog
      title={t(`reviewers.roster.${kind}Title`)}
      intro={t(`reviewers.roster.${kind}Intro`, {
        name,
        terms: describeTerms(terms),
      })}
      submitText={t(`reviewers.roster.${kind}`)}
      submission={submission}
      onClose={onClose}
    />
  );
}
