import { ReactNode, useState } from 'react';
import { Button } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles({
  short: {
    maxHeight: '9em',
    overflow: 'hidden',
    maskImage: 'linear-gradient(to bottom, black 60%, transparent)',
  },
});

/** Something long, of which the beginning is shown until the reader wants more. */
export function Clamped(props: {
  readonly isLong: boolean;
  readonly moreText: string;
  readonly lessText: string;
  /** What it is, beside others of its kind. */
  readonly about: string;
  readonly children: ReactNode;
}) {
  const { isLong, moreText, lessText, about, children } = props;
  const classes = useStyles();
  const [isWhole, setWhole] = useState(false);
  if (!isLong) return <>{children}</>;
  const text = isWhole ? lessText : moreText;
  return (
    <>
      {/* What is cut off can't be reached by Tab before it is seen. */}
      <div
        className={isWhole ? undefined : classes.short}
        ref={place => place?.toggleAttribute('inert', !isWhole)}
      >
        {children}
      </div>
      <Button
        variant="tertiary"
        aria-label={`${text}: ${about}`}
        aria-expanded={isWhole}
        onPress={() => setWhole(!isWhole)}
      >
        {text}
      </Button>
    </>
  );
}
