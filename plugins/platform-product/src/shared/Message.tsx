import { forwardRef, ReactNode } from 'react';
import { Alert } from '@backstage/ui';

/** Something that the reader should know, read out once it is there. */
export const Message = forwardRef<
  HTMLDivElement,
  {
    readonly status: 'info' | 'warning' | 'danger';
    readonly title?: string;
    readonly action?: ReactNode;
    readonly className?: string;
    readonly children: ReactNode;
  }
>((props, ref) => (
  <Alert
    ref={ref}
    className={props.className}
    role="alert"
    status={props.status}
    icon
    title={props.title}
    description={props.children}
    customActions={props.action}
  />
));
