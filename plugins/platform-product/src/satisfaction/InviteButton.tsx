import { useState } from 'react';
import { Button } from '@backstage/ui';
import { useTexts } from '../shared/useTexts';
import { InviteDialog } from './InviteDialog';

/** Invites the people who use a service, after it has said how many these are. */
export function InviteButton(props: {
  readonly entityRef: string;
  readonly onInvited: () => void;
}) {
  const { entityRef, onInvited } = props;
  const t = useTexts();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="secondary" onPress={() => setOpen(true)}>
        {t('satisfaction.rating.invite')}
      </Button>
      {isOpen && (
        <InviteDialog
          entityRef={entityRef}
          onClose={() => setOpen(false)}
          onDone={onInvited}
        />
      )}
    </>
  );
}
