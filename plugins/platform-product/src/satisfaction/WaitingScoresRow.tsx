import { useState } from 'react';
import { WaitingScores } from '@platform-product/backstage-plugin-common';
import { Button, ButtonLink, Text } from '@backstage/ui';
import BarChartIcon from '@material-ui/icons/BarChart';
import { useServiceLink } from '../shared/useServiceLink';
import { useTexts } from '../shared/useTexts';
import { WaitingRow } from '../shared/WaitingRow';
import { ScoresReplyDialog } from './ScoresReplyDialog';

/** Scores that the team has not answered. */
export function WaitingScoresRow(props: {
  readonly item: WaitingScores;
  readonly onChanged: () => void;
}) {
  const { item, onChanged } = props;
  const { entityRef, title, roundId } = item;
  const t = useTexts();
  const linkTo = useServiceLink();
  const [isReplying, setReplying] = useState(false);
  return (
    <WaitingRow
      icon={<BarChartIcon fontSize="small" aria-hidden />}
      kind={t('satisfaction.waiting.scores')}
      item={item}
      actions={
        <>
          <Button
            variant="secondary"
            onPress={() => setReplying(true)}
            aria-label={t('satisfaction.waiting.answerOf', { subject: title })}
          >
            {t('satisfaction.waiting.answer')}
          </Button>
          <ButtonLink
            variant="tertiary"
            href={linkTo(entityRef, 'satisfaction')}
            aria-label={t('satisfaction.waiting.seeOf', { title })}
          >
            {t('satisfaction.waiting.see')}
          </ButtonLink>
        </>
      }
    >
      <Text as="p">
        {t('satisfaction.waiting.scoresText', { round: roundId })}
      </Text>
      {isReplying && (
        <ScoresReplyDialog
          entityRef={entityRef}
          roundId={roundId}
          onClose={() => setReplying(false)}
          onDone={onChanged}
        />
      )}
    </WaitingRow>
  );
}
