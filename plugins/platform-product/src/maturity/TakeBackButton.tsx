import { Button } from '@backstage/ui';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';
import { useWaivers } from './useWaivers';

/** Takes back what the reader has just decided on a waiver. */
export function TakeBackButton(props: {
  readonly waiverId: string;
  /** Title of the criterion. */
  readonly criterion: string;
  readonly onDone: () => void;
}) {
  const { waiverId, criterion, onDone } = props;
  const t = useTexts();
  const { takeBack } = useWaivers();
  const { loading, run } = useSubmit({
    alertsErrors: true,
    doneText: t('maturity.waiver.decisionTakenBack'),
    submit: () => takeBack(waiverId),
    onDone,
  });
  const text = t('maturity.criteria.waiver.takeBack');
  return (
    <Button
      variant="tertiary"
      isPending={loading}
      onPress={run}
      aria-label={`${text}: ${criterion}`}
    >
      {text}
    </Button>
  );
}
