import { ComponentProps, FormEvent, ReactNode, useRef } from 'react';
import { Button, DialogBody, DialogFooter, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { describeError, isOutage } from './describeError';
import { Dialog } from './Dialog';
import { Message } from './Message';
import { useFocus } from './useFocus';
import { Submission } from './useSubmit';
import { useTexts } from './useTexts';

const useStyles = makeStyles({
  // The dialog lays out its parts: the body scrolls, the buttons stay.
  form: { display: 'contents' },
  fields: { display: 'grid', gap: 'var(--bui-space-4)' },
});

const field = 'textarea, input:not([type=hidden]), [aria-haspopup=listbox]';

/** A dialog that asks for something and does one thing with it; it opens on its first field. */
export function FormDialog(props: {
  readonly title: string;
  readonly intro: string;
  readonly submitText: string;
  readonly canSubmit?: boolean;
  readonly submission: Submission;
  /** What else can be done with it, between cancelling and submitting. */
  readonly otherAction?: ReactNode;
  readonly width?: ComponentProps<typeof Dialog>['width'];
  readonly onClose: () => void;
  readonly children?: ReactNode;
}) {
  const classes = useStyles();
  const t = useTexts();
  const { canSubmit = true, onClose } = props;
  const { loading, error, isDirty, run } = props.submission;
  const form = useRef<HTMLFormElement>(null);
  useFocus(form, true, field);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (canSubmit && !loading) run();
  };
  return (
    <Dialog
      title={props.title}
      width={props.width}
      isDirty={isDirty}
      onClose={onClose}
    >
      <form ref={form} className={classes.form} onSubmit={onSubmit} noValidate>
        <DialogBody className={classes.fields}>
          <Text as="p">{props.intro}</Text>
          {props.children}
          {error && (
            <Message status="danger">
              {isOutage(error) ? t('shared.outage') : describeError(error)}
            </Message>
          )}
        </DialogBody>
        <DialogFooter>
          <Button variant="secondary" onPress={onClose}>
            {t('shared.cancel')}
          </Button>
          {props.otherAction}
          <Button type="submit" isDisabled={!canSubmit} isPending={loading}>
            {props.submitText}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
