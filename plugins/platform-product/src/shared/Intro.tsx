import { ReactNode } from 'react';
import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles({
  intro: { marginBottom: 'var(--bui-space-2)' },
});

/** Says what the part below it is about. */
export function Intro({ children }: { readonly children: ReactNode }) {
  const classes = useStyles();
  return (
    <Text as="p" color="secondary" className={classes.intro}>
      {children}
    </Text>
  );
}
