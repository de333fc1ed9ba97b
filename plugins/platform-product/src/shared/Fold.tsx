import { ReactNode } from 'react';
import { Accordion, AccordionPanel, AccordionTrigger } from '@backstage/ui';

/** A part that can be folded away, under its heading. */
export function Fold(props: {
  readonly title: string;
  readonly isOpen?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <Accordion defaultExpanded={props.isOpen}>
      <AccordionTrigger title={props.title} />
      <AccordionPanel>{props.children}</AccordionPanel>
    </Accordion>
  );
}
