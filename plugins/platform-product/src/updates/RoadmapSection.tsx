import { useState } from 'react';
import { alertApiRef, useApi } from '@backstage/frontend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { RoadmapItem } from '@platform-product/backstage-plugin-common';
import { Button, Text, VisuallyHidden } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { useSearchParams } from 'react-router-dom';
import { Loaded } from '../shared/Loaded';
import { Section } from '../shared/Section';
import { ShowMore } from '../shared/ShowMore';
import { useTexts } from '../shared/useTexts';
import { RoadmapBoard } from './RoadmapBoard';
import { OpenRoadmapDialog, RoadmapDialogs } from './RoadmapDialogs';
import { RoadmapEmpty } from './RoadmapEmpty';
import { itemsIn, RoadmapMove } from './roadmapMoves';
import { PostWords, RoadmapOffer } from './RoadmapOffer';
import { useRoadmap } from './useRoadmap';
import { useRoadmapMoves } from './useRoadmapMoves';

const pageSize = 10;
/** No more are given at once. */
const mostShipped = 200;

const useStyles = makeStyles({
  content: { display: 'grid', gap: 'var(--bui-space-4)', minWidth: 0 },
});

/** What the team of a service works on now, next and later, and what it has shipped. */
export function RoadmapSection(props: {
  readonly entity: Entity;
  readonly canWrite: boolean;
  /** Begins a post with these words; where it is left out, none is offered. */
  readonly onWritePost?: (draft: PostWords) => void;
}) {
  const { entity, canWrite, onWritePost } = props;
  const classes = useStyles();
  const t = useTexts();
  const alertApi = useApi(alertApiRef);
  const entityRef = stringifyEntityRef(entity);
  const [query] = useSearchParams();
  const [shipped, setShipped] = useState(pageSize);
  const [open, setOpen] = useState<OpenRoadmapDialog>();
  const [moved, setMoved] = useState<RoadmapMove>();
  /** The card that the eye is on; at first that of the address. */
  const [eye, setEye] = useState<{ readonly on?: string }>();
  const [justShipped, setJustShipped] = useState<RoadmapItem>();
  const roadmap = useRoadmap(entityRef, shipped);
  const { items, move } = useRoadmapMoves(roadmap, one => {
    setMoved(one);
    setEye({ on: one.item.id });
  });
  function onOpen(dialog: 'edit' | 'ship' | 'remove', item: RoadmapItem) {
    setEye({});
    setOpen({ dialog, item });
  }
  function onClose() {
    setOpen(undefined);
    // What the menu of a card has opened can’t give the focus back to it.
    const isFromMenu = open?.dialog === 'ship' || open?.dialog === 'remove';
    if (isFromMenu) setEye({ on: open.item.id });
  }

  function onMove(one: RoadmapMove) {
    const { item, stage } = one;
    if (stage !== 'shipped') move(one);
    else if (item.isDraft) {
      const { title } = item;
      const message = t('updates.roadmap.draftCantShip', { title });
      alertApi.post({ message, severity: 'warning' });
    } else if (item.stage !== 'shipped') onOpen('ship', item);
  }
  return (
    <Section
      title={t('updates.roadmap.title')}
      action={
        canWrite && (
          <Button
            variant="secondary"
            onPress={() => setOpen({ dialog: 'add' })}
          >
            {t('updates.roadmap.add')}
          </Button>
        )
      }
    >
      <Loaded
        result={roadmap}
        errorTitle={t('updates.roadmap.error')}
        height={240}
      >
        {({ totalShipped }) => (
          <div className={classes.content}>
            {justShipped && onWritePost && (
              <RoadmapOffer item={justShipped} onWritePost={onWritePost} />
            )}
            {items.length ? (
              <>
                {canWrite && (
                  <Text as="p" variant="body-small" color="secondary">
                    {t('updates.roadmap.howTo')}
                  </Text>
                )}
                <RoadmapBoard
                  items={items}
                  totalShipped={totalShipped}
                  chosen={eye ? eye.on : query.get('roadmap') ?? undefined}
                  writing={canWrite ? { onMove, onOpen } : undefined}
                />
                <ShowMore
                  shown={itemsIn(items, 'shipped').length}
                  total={totalShipped}
                  onMore={
                    shipped < mostShipped
                      ? () => setShipped(shipped + pageSize)
                      : undefined
                  }
                />
              </>
            ) : (
              <RoadmapEmpty entity={entity} canWrite={canWrite} />
            )}
          </div>
        )}
      </Loaded>
      <VisuallyHidden role="status">
        {moved && describeMove(moved)}
      </VisuallyHidden>
      {open && (
        <RoadmapDialogs
          open={open}
          entityRef={entityRef}
          onClose={onClose}
          onDone={roadmap.reload}
          onShipped={setJustShipped}
        />
      )}
    </Section>
  );

  function describeMove({ item, stage }: RoadmapMove) {
    const { title } = item;
    return item.stage === stage
      ? t('updates.roadmap.placed', { title })
      : t('updates.roadmap.movedTo', {
          title,
          stage: t(`updates.roadmap.stages.${stage}`),
        });
  }
}
