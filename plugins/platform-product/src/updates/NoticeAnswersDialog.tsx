import { useId, useState } from 'react';
import { Notice } from '@platform-product/backstage-plugin-common';
import { isOpen } from '@platform-product/backstage-plugin-common/rules';
import { Button, DialogBody, DialogFooter, Text } from '@backstage/ui';
import { Dialog } from '../shared/Dialog';
import { Intro } from '../shared/Intro';
import { Loaded } from '../shared/Loaded';
import { ShowMore } from '../shared/ShowMore';
import { useTexts } from '../shared/useTexts';
import { NoticeAnswersTable } from './NoticeAnswersTable';
import { NoticeReachText } from './NoticeReachText';
import { useNoticeAnswers } from './useNoticeAnswers';
import { useReminding } from './useReminding';

const pageSize = 50;

/** Who has answered a notice, who has not, and the way to remind just those. */
export function NoticeAnswersDialog(props: {
  readonly notice: Notice;
  readonly onClose: () => void;
}) {
  const { notice, onClose } = props;
  const t = useTexts();
  const hintId = useId();
  const [count, setCount] = useState(pageSize);
  const answers = useNoticeAnswers(notice.id, count);
  const reminding = useReminding(notice);
  const { reach } = notice;
  const canRemind = isOpen(notice) && reach && reach.answered < reach.entities;
  return (
    <Dialog
      title={t('updates.answers.title', { title: notice.title })}
      width="wide"
      onClose={onClose}
    >
      <DialogBody>
        <Intro>
          <NoticeReachText notice={notice} />
        </Intro>
        <Loaded
          result={answers}
          errorTitle={t('updates.answers.error')}
          height={200}
        >
          {({ items, totalItems }) =>
            items.length ? (
              <>
                <NoticeAnswersTable items={items} />
                <ShowMore
                  shown={items.length}
                  total={totalItems}
                  onMore={() => setCount(shown => shown + pageSize)}
                />
              </>
            ) : (
              <Text as="p">{t('updates.answers.none')}</Text>
            )
          }
        </Loaded>
      </DialogBody>
      <DialogFooter>
        {canRemind && (
          <Text as="span" variant="body-small" color="secondary" id={hintId}>
            {t('updates.answers.remindHint')}
          </Text>
        )}
        {canRemind && (
          <Button
            aria-describedby={hintId}
            variant="secondary"
            isPending={reminding.loading}
            onPress={reminding.run}
          >
            {t('updates.answers.remind')}
          </Button>
        )}
        <Button variant="secondary" onPress={onClose}>
          {t('shared.close')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
