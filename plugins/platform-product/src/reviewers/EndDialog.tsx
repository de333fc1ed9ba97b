import { RosterEntry } from '@platform-product/backstage-plugin-common';
import { RosterSide } from '@platform-product/backstage-plugin-common/rules';
import { FormDialog } from '../shared/FormDialog';
import { usePersonName } from '../shared/usePersonName';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';
import { useRosterActions } from './useRosterActions';

type Standing = Pick<RosterEntry, 'status' | 'proposed'>;

/** How one side ends what both agreed on, or what either put forward. */
export function endOf({ status, proposed }: Standing, side: RosterSide) {
  if (status === 'active') {
    return side === 'person'
      ? 'reviewers.roster.leave'
      : 'reviewers.roster.remove';
  }
  return proposed?.by === side
    ? 'reviewers.roster.withdraw'
    : 'reviewers.roster.turnDown';
}

/** Asks before one side ends it. */
export function EndDialog(props: {
  readonly entry: Standing & Pick<RosterEntry, 'userRef'>;
  readonly side: RosterSide;
  readonly entityRef: string;
  /** Name of the service. */
  readonly service: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { entry, side, entityRef, service, onClose, onDone } = props;
  const t = useTexts();
  const name = usePersonName(entry.userRef);
  const { remove } = useRosterActions(entityRef);
  const submission = useSubmit({
    doneText: t('reviewers.roster.left'),
    submit: () => remove(entry.userRef),
    onClose,
    onDone,
  });
  const isActive = entry.status === 'active';
  const texts = {
    person: isActive
      ? [
          t('reviewers.roster.leaveTitle'),
          t('reviewers.roster.leaveText', { service }),
        ]
      : [
          t('reviewers.roster.endTitle'),
          t('reviewers.roster.endOwnText', { service }),
        ],
    owners: isActive
      ? [
          t('reviewers.roster.removeTitle', { name }),
          t('reviewers.roster.removeText'),
        ]
      : [
          t('reviewers.roster.endTitle'),
          t('reviewers.roster.endText', { name, service }),
        ],
  };
  const [title, intro] = texts[side];
  return (
    <FormDialog
      title={title}
      intro={intro}
      submitText={t(endOf(entry, side))}
      submission={submission}
      onClose={onClose}
    />
  );
}
