import { forwardRef, useEffect, useState } from 'react';
import MuiButton, { ButtonProps } from '@material-ui/core/Button';

/**
 * A button that Tab does not reach in the render that mounts it: those of Material UI
 * break that get the focus by then, as in a dialog that has just opened.
 */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(
  function SafeButton(props, ref) {
    const [isMounted, setMounted] = useState(false);
    useEffect(() => setMounted(true), []);
    return (
      <MuiButton
        {...props}
        ref={ref}
        tabIndex={isMounted ? props.tabIndex : -1}
      />
    );
  },
) as typeof MuiButton;
