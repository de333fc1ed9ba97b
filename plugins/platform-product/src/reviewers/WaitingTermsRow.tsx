import { useState } from 'react';
import { WaitingTerms } from '@platform-product/backstage-plugin-common';
import { Button, Text } from '@backstage/ui';
import PersonAddIcon from '@material-ui/icons/PersonAddOutlined';
import { Person } from '../shared/Person';
import { useTexts } from '../shared/useTexts';
import { WaitingRow } from '../shared/WaitingRow';
import { AgreeDialog } from './AgreeDialog';
import { EndDialog, endOf } from './EndDialog';
import { useReviewTexts } from './useReviewTexts';

/** Terms that the reader can agree to, as a person or as an owner. */
export function WaitingTermsRow(props: {
  readonly item: WaitingTerms;
  readonly onChanged: () => void;
}) {
  const { item, onChanged } = props;
  const { kind, userRef, status, terms, entityRef, title } = item;
  const t = useTexts();
  const { describeTerms } = useReviewTexts();
  const [open, setOpen] = useState<'agree' | 'end'>();
  const close = () => setOpen(undefined);
  const side = kind === 'offer' ? 'owners' : 'person';
  const entry = {
    userRef,
    status,
    proposed: {
      ...terms,
      by: kind === 'offer' ? ('person' as const) : ('owners' as const),
    },
  };
  return (
    <WaitingRow
      icon={<PersonAddIcon fontSize="small" aria-hidden />}
      kind={t(`reviewers.waiting.${kind}`)}
      item={item}
      actions={
        <>
          <Button variant="secondary" onPress={() => setOpen('agree')}>
            {kind === 'offer'
              ? t('reviewers.roster.approve')
              : t('reviewers.roster.accept')}
          </Button>
          <Button variant="tertiary" onPress={() => setOpen('end')}>
            {t(endOf(entry, side))}
          </Button>
        </>
      }
    >
      <Text as="p">
        {kind === 'offer' && (
          <>
            <Person userRef={userRef} />
            {' · '}
          </>
        )}
        {describeTerms(terms)}
      </Text>
      {open === 'agree' && (
        <AgreeDialog
          side={side}
          userRef={userRef}
          entityRef={entityRef}
          terms={terms}
          onClose={close}
          onDone={onChanged}
        />
      )}
      {open === 'end' && (
        <EndDialog
          entry={entry}
          side={side}
          entityRef={entityRef}
          service={title}
          onClose={close}
          onDone={onChanged}
        />
      )}
    </WaitingRow>
  );
}
