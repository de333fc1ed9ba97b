import { RoadmapItem } from '@platform-product/backstage-plugin-common';
import { Button } from '@backstage/ui';
import { Message } from '../shared/Message';
import { useTexts } from '../shared/useTexts';

/** Words of a post that somebody may want to write. */
export interface PostWords {
  readonly title: string;
  /** Markdown. */
  readonly text: string;
}

/** Offers to write a post about what has just shipped. */
export function RoadmapOffer(props: {
  readonly item: RoadmapItem;
  readonly onWritePost: (draft: PostWords) => void;
}) {
  const { item, onWritePost } = props;
  const { title, text, link, feedback } = item;
  const t = useTexts();
  const parts = [
    text,
    link && `[${t('updates.roadmap.work')}](${link})`,
    feedback.length > 0 && t('updates.roadmap.ship.thanks'),
  ];
  return (
    <Message
      status="info"
      action={
        <Button
          variant="secondary"
          onPress={() =>
            onWritePost({ title, text: parts.filter(Boolean).join('\n\n') })
          }
        >
          {t('updates.roadmap.ship.write')}
        </Button>
      }
    >
      {t('updates.roadmap.ship.post', { title })}
    </Message>
  );
}
