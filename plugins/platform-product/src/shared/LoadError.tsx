import { Button } from '@backstage/ui';
import { describeError } from './describeError';
import { Message } from './Message';
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
    <Message
      status="danger"
      title={props.title}
      action={
        <Button variant="secondary" onPress={props.onRetry}>
          {t('shared.retry')}
        </Button>
      }
    >
      {describeError(props.error)}
      {props.stillWorks && ` ${props.stillWorks}`}
    </Message>
  );
}
