import { useState } from 'react';
import { MyAnswer } from '@platform-product/backstage-plugin-common';
import { Button, DialogBody, DialogFooter } from '@backstage/ui';
import { Dialog } from '../shared/Dialog';
import { Loaded } from '../shared/Loaded';
import { useTexts } from '../shared/useTexts';
import { OwnRatingPanel } from './OwnRatingPanel';
import { useMyAnswer } from './useMyAnswer';
import { useOwnRating } from './useOwnRating';

/** Asks the reader how a service is for them, wherever they are. */
export function RateDialog(props: {
  readonly entityRef: string;
  /** Name of the service. */
  readonly title: string;
  /** Whether it is about a comment that is listed as feedback. */
  readonly asFeedback?: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { entityRef, title, asFeedback, onClose, onDone } = props;
  const t = useTexts();
  const mine = useMyAnswer(entityRef);
  const [isDirty, setDirty] = useState(false);
  return (
    <Dialog
      title={t('satisfaction.rating.titleOf', { title })}
      width="wide"
      isDirty={isDirty}
      onClose={onClose}
    >
      <DialogBody>
        <Loaded
          result={mine}
          errorTitle={t('satisfaction.rating.error')}
          height={320}
        >
          {value => (
            <Rate
              entityRef={entityRef}
              loaded={value}
              asFeedback={asFeedback}
              onDirty={setDirty}
              onKept={() => {
                onClose();
                onDone();
              }}
            />
          )}
        </Loaded>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('shared.close')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

function Rate(props: {
  readonly entityRef: string;
  readonly loaded: MyAnswer;
  readonly asFeedback?: boolean;
  readonly onDirty: (isDirty: boolean) => void;
  readonly onKept: () => void;
}) {
  const { entityRef, loaded, asFeedback, onDirty, onKept } = props;
  const rating = useOwnRating(entityRef, loaded, {
    isChanging: asFeedback,
    onKept,
  });
  return (
    <OwnRatingPanel rating={rating} asFeedback={asFeedback} onDirty={onDirty} />
  );
}
