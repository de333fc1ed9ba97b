import { useState } from 'react';
import { FeedbackList } from '@platform-product/backstage-plugin-common';
import { feedbackStatuses } from '@platform-product/backstage-plugin-common/rules';
import { Button, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { useSearchParams } from 'react-router-dom';
import { Intro } from '../shared/Intro';
import { Loaded } from '../shared/Loaded';
import { Section } from '../shared/Section';
import { ShowMore } from '../shared/ShowMore';
import { useTexts } from '../shared/useTexts';
import { FeedbackItem } from './FeedbackItem';
import { AnonymousFeedback, GiveFeedbackDialog } from './GiveFeedbackDialog';
import { useFeedback } from './useFeedback';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
});

const pageSize = 50;

/** What people ask of the service, and what became of it. */
export function FeedbackSection(props: {
  readonly entityRef: string;
  readonly canGive: boolean;
  readonly canManage: boolean;
  readonly anonymous?: AnonymousFeedback;
}) {
  const { entityRef, canGive, canManage, anonymous } = props;
  const t = useTexts();
  const [isOpen, setOpen] = useState(false);
  const [count, setCount] = useState(pageSize);
  const feedback = useFeedback(entityRef, count);
  return (
    <Loaded
      result={feedback}
      errorTitle={t('satisfaction.feedback.error')}
      height={160}
    >
      {value => (
        <Section
          title={t('satisfaction.feedback.title')}
          action={
            canGive && (
              <Button variant="secondary" onPress={() => setOpen(true)}>
                {t('satisfaction.feedback.give')}
              </Button>
            )
          }
        >
          {value.items.length > 0 ? (
            <Items
              feedback={value}
              canReply={canGive}
              canManage={canManage}
              onChanged={feedback.reload}
              onMore={() => setCount(shown => shown + pageSize)}
            />
          ) : (
            <Text as="p" color="secondary">
              {canManage
                ? t('satisfaction.feedback.emptyOwner')
                : t('satisfaction.feedback.empty')}
            </Text>
          )}
          {isOpen && (
            <GiveFeedbackDialog
              entityRef={entityRef}
              anonymous={
                anonymous && {
                  ...anonymous,
                  start: () => {
                    setOpen(false);
                    anonymous.start();
                  },
                }
              }
              onClose={() => setOpen(false)}
              onDone={feedback.reload}
            />
          )}
        </Section>
      )}
    </Loaded>
  );
}

function Items(props: {
  readonly feedback: FeedbackList;
  readonly canReply: boolean;
  readonly canManage: boolean;
  readonly onChanged: () => void;
  readonly onMore: () => void;
}) {
  const { feedback, canReply, canManage, onChanged, onMore } = props;
  const { items, totalItems, counts } = feedback;
  const [search] = useSearchParams();
  const chosen = search.get('feedback');
  const classes = useStyles();
  const t = useTexts();
  return (
    <>
      <Intro>
        {feedbackStatuses
          .filter(status => counts[status])
          .map(
            status =>
              `${t(`satisfaction.feedback.status.${status}`)} ${
                counts[status]
              }`,
          )
          .join(' · ')}
      </Intro>
      <ul className={classes.list}>
        {items.map(item => (
          <FeedbackItem
            key={item.id}
            item={item}
            others={items}
            canReply={canReply}
            canManage={canManage}
            isChosen={item.id === chosen}
            onChanged={onChanged}
          />
        ))}
      </ul>
      <ShowMore shown={items.length} total={totalItems} onMore={onMore} />
    </>
  );
}
