import { FormEvent, ReactNode, useId } from 'react';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import Alert from '@material-ui/lab/Alert';
import { Button } from './Button';
import { describeError } from './describeError';
import { Submission } from './useSubmit';
import { useTexts } from './useTexts';

/** A dialog that asks for something and does one thing with it. */
export function FormDialog(props: {
  readonly title: string;
  readonly intro: string;
  readonly submitText: string;
  readonly canSubmit?: boolean;
  readonly submission: Submission;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}) {
  const t = useTexts();
  const id = useId();
  const { canSubmit = true } = props;
  const { loading, error, run } = props.submission;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (canSubmit && !loading) run();
  };
  return (
    <Dialog open onClose={props.onClose} aria-labelledby={id} fullWidth>
      <form onSubmit={onSubmit} noValidate>
        <DialogTitle id={id}>{props.title}</DialogTitle>
        <DialogContent>
          <DialogContentText>{props.intro}</DialogContentText>
          {props.children}
          {error && <Alert severity="error">{describeError(error)}</Alert>}
        </DialogContent>
        <DialogActions>
          <Button onClick={props.onClose}>{t('shared.cancel')}</Button>
          <Button
            type="submit"
            color="primary"
            variant="contained"
            disabled={!canSubmit || loading}
          >
            {props.submitText}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
