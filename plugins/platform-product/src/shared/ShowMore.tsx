import { Button, Text } from '@backstage/ui';
import { useTexts } from './useTexts';

/** How much of a list is shown, where there is more, and the way to it, if any. */
export function ShowMore(props: {
  readonly shown: number;
  readonly total: number;
  readonly onMore?: () => void;
}) {
  const { shown, total, onMore } = props;
  const t = useTexts();
  if (total <= shown) return null;
  return (
    <Text as="p" color="secondary">
      {t('shared.shownOf', { shown: `${shown}`, total: `${total}` })}{' '}
      {onMore && (
        <Button variant="tertiary" onPress={onMore}>
          {t('shared.showMore')}
        </Button>
      )}
    </Text>
  );
}
