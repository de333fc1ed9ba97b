import { parseEntityRef } from '@backstage/catalog-model';
import {
  NoticeAnswer,
  WaitingNotice,
} from '@platform-product/backstage-plugin-common';
import { Text } from '@backstage/ui';
import NoticeIcon from '@material-ui/icons/ErrorOutline';
import { useTexts } from '../shared/useTexts';
import { WaitingRow } from '../shared/WaitingRow';
import { NoticeAnswerButtons } from './NoticeAnswerButtons';
import { useNoticeTexts } from './useNoticeTexts';

const mostNamed = 3;
/** The API takes no more answers at once. */
const mostAnswered = 100;
const nameOf = (ref: string) => parseEntityRef(ref).name;

/** A notice that something of the reader has not answered. */
export function WaitingNoticeRow(props: {
  readonly item: WaitingNotice;
  readonly onChanged: () => void;
}) {
  const { item, onChanged } = props;
  const { notice, concerned } = item;
  const t = useTexts();
  const { windowOf } = useNoticeTexts();
  const window = windowOf(notice);
  return (
    <WaitingRow
      icon={<NoticeIcon fontSize="small" aria-hidden />}
      kind={t(`updates.kinds.${notice.kind}`)}
      item={item}
      areActionsBelow
      actions={
        <NoticeAnswerButtons
          notice={notice}
          title={item.title}
          entityRefs={concerned
            .slice(0, mostAnswered)
            .map(({ entityRef }) => entityRef)}
          onAnswered={onChanged}
        />
      }
    >
      <Text as="p">{[notice.title, window].filter(Boolean).join(' · ')}</Text>
      <Text as="p" variant="body-small" color="secondary">
        {describeConcerned(concerned, t)}
      </Text>
    </WaitingRow>
  );
}

function describeConcerned(
  concerned: readonly NoticeAnswer[],
  t: ReturnType<typeof useTexts>,
): string {
  const [first, ...others] = concerned;
  if (!others.length) {
    return t('updates.waiting.uses', {
      entity: nameOf(first.entityRef),
      path: [...first.path].reverse().map(nameOf).join(' → '),
    });
  }
  const named = concerned.slice(0, mostNamed).map(c => nameOf(c.entityRef));
  const more = concerned.length - named.length;
  return t('updates.waiting.concerns', {
    entities: [
      ...named,
      ...(more ? [t('updates.waiting.more', { count: more })] : []),
    ].join(', '),
  });
}
