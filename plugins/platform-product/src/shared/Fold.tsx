import { ReactNode } from 'react';
import { Accordion, AccordionPanel, AccordionTrigger } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles({
  fold: {
    margin: 'var(--bui-space-3) 0',
    '&:first-child': { marginTop: 0 },
    '&:last-child': { marginBottom: 0 },
  },
});

/** A part that can be folded away, under its heading. */
export function Fold(props: {
  readonly title: string;
  readonly isOpen?: boolean;
  readonly children: ReactNode;
}) {
  const classes = useStyles();
  return (
    <Accordion className={classes.fold} defaultExpanded={props.isOpen}>
      <AccordionTrigger title={props.title} />
      <AccordionPanel>{props.children}</AccordionPanel>
    </Accordion>
  );
}
