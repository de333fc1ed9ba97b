import { Button, ButtonProps } from '@backstage/ui';

/** A button that has its like beside it: its name says what it is about, too. */
export function ActionButton(
  props: Pick<ButtonProps, 'variant' | 'isPending' | 'onPress'> & {
    readonly text: string;
    /** What it does it to: a name or a title. */
    readonly about: string;
  },
) {
  const { text, about, ...rest } = props;
  return (
    <Button {...rest} aria-label={`${text}: ${about}`}>
      {text}
    </Button>
  );
}
