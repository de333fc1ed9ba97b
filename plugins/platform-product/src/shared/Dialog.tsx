import { ReactNode } from 'react';
import { Dialog as BuiDialog, DialogHeader } from '@backstage/ui';

const widths = { usual: 600, wide: 900 };

/** A dialog that is open for as long as it is shown. */
export function Dialog(props: {
  readonly title: string;
  readonly width?: keyof typeof widths;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { title, width = 'usual', onClose, children } = props;
  return (
    <BuiDialog
      isOpen
      width={widths[width]}
      onOpenChange={isOpen => !isOpen && onClose()}
    >
      <DialogHeader>{title}</DialogHeader>
      {children}
    </BuiDialog>
  );
}
