import { useState } from 'react';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { Post } from '@platform-product/backstage-plugin-common';
import { Button, Text } from '@backstage/ui';
import { Loaded } from '../shared/Loaded';
import { Section } from '../shared/Section';
import { ShowMore } from '../shared/ShowMore';
import { useTexts } from '../shared/useTexts';
import { PostDialog } from './PostDialog';
import { PostStart } from './postForm';
import { PostList } from './PostList';
import { RemovePostDialog } from './RemovePostDialog';
import { usePosts } from './usePosts';
import { WaitingPosts } from './WaitingPosts';

const fewPosts = 3;
const pageSize = 20;

/** What is new with a service, and for its team what is not out yet. */
export function PostsSection(props: {
  readonly entity: Entity;
  readonly canWrite: boolean;
  /** With what a post begins that somebody is about to write. */
  readonly start?: PostStart;
  readonly onStart: (start: PostStart | undefined) => void;
}) {
  const { entity, canWrite, start, onStart } = props;
  const t = useTexts();
  const entityRef = stringifyEntityRef(entity);
  const [count, setCount] = useState(fewPosts);
  const posts = usePosts(entityRef, { state: 'published', count });
  const [open, setOpen] = useState<{
    readonly dialog: 'edit' | 'remove';
    readonly post: Post;
  }>();
  const onOpen = (dialog: 'edit' | 'remove', post: Post) =>
    setOpen({ dialog, post });
  const closing = {
    onClose: () => {
      onStart(undefined);
      setOpen(undefined);
    },
    onDone: posts.reload,
  };
  return (
    <Section
      title={t('updates.posts.title')}
      action={
        canWrite && (
          <Button variant="secondary" onPress={() => onStart({})}>
            {t('updates.posts.write')}
          </Button>
        )
      }
    >
      {canWrite && (
        <WaitingPosts
          entityRef={entityRef}
          version={posts.version}
          onOpen={onOpen}
        />
      )}
      <Loaded result={posts} errorTitle={t('updates.posts.error')} height={80}>
        {({ items, totalItems }) =>
          items.length > 0 ? (
            <>
              <PostList items={items} canWrite={canWrite} onOpen={onOpen} />
              <ShowMore
                shown={items.length}
                total={totalItems}
                onMore={() => setCount(shown => shown + pageSize)}
              />
            </>
          ) : (
            <Text as="p" color="secondary">
              {t(`updates.posts.${canWrite ? 'emptyTeam' : 'empty'}`)}
            </Text>
          )
        }
      </Loaded>
      {start && <PostDialog {...closing} entity={entity} start={start} />}
      {open?.dialog === 'edit' && (
        <PostDialog {...closing} entity={entity} post={open.post} />
      )}
      {open?.dialog === 'remove' && (
        <RemovePostDialog {...closing} post={open.post} />
      )}
    </Section>
  );
}
