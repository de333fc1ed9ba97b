import { useState } from 'react';
import {
  Access,
  RosterEntry,
  RosterTerms,
} from '@platform-product/backstage-plugin-common';
import { ActionButton } from '../shared/ActionButton';
import { usePersonName } from '../shared/usePersonName';
import { useTexts } from '../shared/useTexts';
import { AgreeDialog } from './AgreeDialog';
import { EndDialog, endOf } from './EndDialog';
import { TermsDialog } from './TermsDialog';
import { useRosterActions } from './useRosterActions';

interface Props {
  readonly entry: RosterEntry;
  readonly entityRef: string;
  readonly service: string;
  readonly access: Access;
  /** User refs of those who may be named as sponsors. */
  readonly sponsors: readonly string[];
  readonly onChanged: () => void;
}

/** What the reader may do about one person on the roster. */
export function RosterEntryActions(props: Props) {
  const { entry, access } = props;
  const t = useTexts();
  const [open, setOpen] = useState<'agree' | 'change' | 'remove'>();
  const name = usePersonName(entry.userRef);
  const isOneself = access.user === entry.userRef;
  const canManage = access.manageRoster && !isOneself;
  if (!isOneself && !canManage) return null;
  const side = isOneself ? 'person' : 'owners';
  const { proposed, status } = entry;
  const isAsked = proposed && proposed.by !== side;
  const close = () => setOpen(undefined);
  return (
    <>
      {isAsked && (
        <ActionButton
          text={
            isOneself
              ? t('reviewers.roster.accept')
              : t('reviewers.roster.approve')
          }
          about={name}
          onPress={() => setOpen('agree')}
        />
      )}
      {status === 'active' && !isAsked && (
        <ActionButton
          variant="tertiary"
          text={t('reviewers.roster.change')}
          about={name}
          onPress={() => setOpen('change')}
        />
      )}
      <ActionButton
        variant="tertiary"
        text={t(endOf(entry, side))}
        about={name}
        onPress={() => setOpen('remove')}
      />
      {open === 'agree' && proposed && (
        <AgreeDialog
          side={side}
          userRef={entry.userRef}
          entityRef={props.entityRef}
          terms={termsOf(proposed)}
          onClose={close}
          onDone={props.onChanged}
        />
      )}
      {open === 'change' && <ChangeDialog {...props} onClose={close} />}
      {open === 'remove' && (
        <EndDialog
          entry={entry}
          side={side}
          entityRef={props.entityRef}
          service={props.service}
          onClose={close}
          onDone={props.onChanged}
        />
      )}
    </>
  );
}

function termsOf({ role, paths, endsOn }: RosterTerms): RosterTerms {
  return { role, paths, endsOn };
}

function ChangeDialog(props: Props & { readonly onClose: () => void }) {
  const { entry, entityRef, onClose, onChanged } = props;
  const t = useTexts();
  const { put } = useRosterActions(entityRef);
  return (
    <TermsDialog
      title={t('reviewers.roster.changeTitle')}
      intro={t('reviewers.roster.changeIntro')}
      submitText={t('reviewers.roster.change')}
      doneText={t('reviewers.roster.saved')}
      initial={entry.agreed && { ...entry.agreed, sponsor: entry.sponsor }}
      sponsors={props.sponsors.filter(ref => ref !== entry.userRef)}
      submit={terms => put(entry.userRef, terms)}
      onClose={onClose}
      onDone={onChanged}
    />
  );
}
