import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import { Button } from './Button';
import { describeError } from './describeError';
import { useTexts } from './useTexts';

/** Says what failed and what still works, and offers to try again. */
export function LoadError(props: {
  readonly title: string;
  readonly stillWorks?: string;
  readonly error: Error;
  readonly onRetry: () => void;
}) {
  const t = useTexts();
  return (
    <Alert
      severity="error"
      action={
        <Button color="inherit" size="small" onClick={props.onRetry}>
          {t('shared.retry')}
        </Button>
      }
    >
      <AlertTitle>{props.title}</AlertTitle>
      {describeError(props.error)}
      {props.stillWorks && ` ${props.stillWorks}`}
    </Alert>
  );
}
