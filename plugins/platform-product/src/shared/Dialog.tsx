import { ReactNode, useRef, useState } from 'react';
import { Button, Dialog as BuiDialog, DialogHeader } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { Message } from './Message';
import { readableInDark } from './readableInDark';
import { useFocus } from './useFocus';
import { useTexts } from './useTexts';

const useStyles = makeStyles({ dialog: readableInDark });

const widths = { usual: 600, wide: 900 };

/**
 * A dialog that is open for as long as it is shown. Where something was typed in it, it
 * asks before Escape, the cross or a click beside it discards that.
 */
export function Dialog(props: {
  readonly title: string;
  readonly width?: keyof typeof widths;
  /** Whether there is something to lose. */
  readonly isDirty?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { title, width = 'usual', isDirty = false, onClose, children } = props;
  const classes = useStyles();
  const t = useTexts();
  const [isAsking, setAsking] = useState(false);
  const question = useRef<HTMLDivElement>(null);
  useFocus(question, isAsking, 'button');
  return (
    <BuiDialog
      isOpen
      className={classes.dialog}
      width={widths[width]}
      onOpenChange={isOpen => {
        if (isOpen) return;
        if (isDirty && !isAsking) setAsking(true);
        else if (!isDirty) onClose();
      }}
    >
      <DialogHeader>{title}</DialogHeader>
      {isAsking && isDirty && (
        <Message
          ref={question}
          status="warning"
          action={
            <>
              <Button variant="secondary" onPress={() => setAsking(false)}>
                {t('shared.keepWriting')}
              </Button>
              <Button variant="tertiary" onPress={onClose}>
                {t('shared.discard')}
              </Button>
            </>
          }
        >
          {t('shared.askDiscard')}
        </Message>
      )}
      {children}
    </BuiDialog>
  );
}
