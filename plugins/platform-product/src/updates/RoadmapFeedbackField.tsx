import { RoadmapItem } from '@platform-product/backstage-plugin-common';
import { useFeedback } from '../satisfaction/useFeedback';
import { LoadError } from '../shared/LoadError';
import { SeveralField } from '../shared/SeveralField';
import { useTexts } from '../shared/useTexts';

/** So many are offered, the most wanted first. */
const mostOffered = 200;

/** Asks which feedback something came from. */
export function RoadmapFeedbackField(props: {
  readonly entityRef: string;
  /** What is linked already, which may not be among those that are offered. */
  readonly known: RoadmapItem['feedback'];
  readonly value: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
}) {
  const { entityRef, known, value, onChange } = props;
  const t = useTexts();
  const { value: list, error, reload } = useFeedback(entityRef, mostOffered);
  const offered = list?.items ?? [];
  const titles = new Map(
    [...known, ...offered].map(({ id, title }) => [id, title]),
  );
  return (
    <>
      <SeveralField
        label={t('updates.roadmap.write.feedback')}
        placeholder={t('shared.choose')}
        options={offered.map(({ id }) => id)}
        value={value}
        describe={id => titles.get(id) ?? id}
        onChange={onChange}
      />
      {error && (
        <LoadError
          title={t('updates.roadmap.write.feedbackError')}
          error={error}
          onRetry={reload}
        />
      )}
    </>
  );
}
