import { Button } from '@backstage/ui';
import { describeError, isFinal, isOutage } from './describeError';
import { Message } from './Message';
import { useReportOutage } from './OutageBoundary';
import { useTexts } from './useTexts';

/**
 * Says what failed, and offers to try again where that may help. That the backend
 * can't be reached is left to the page to say, once.
 */
export function LoadError(props: {
  readonly title: string;
  readonly error: Error;
  readonly onRetry: () => void;
}) {
  const { title, error, onRetry } = props;
  const t = useTexts();
  const isOut = isOutage(error);
  const isSaid = useReportOutage(isOut, onRetry);
  if (isSaid) return null;
  return (
    <Message
      status="danger"
      title={title}
      action={
        !isFinal(error) && (
          <Button variant="secondary" onPress={onRetry}>
            {t('shared.retry')}
          </Button>
        )
      }
    >
      {isOut ? t('shared.outage') : describeError(error)}
    </Message>
  );
}
