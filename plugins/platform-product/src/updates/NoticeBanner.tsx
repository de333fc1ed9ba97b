import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../shared/useTexts';
import { ConcerningItem } from './ConcerningItem';
import { useConcerning } from './useConcerning';
import { useDismissals } from './useDismissals';

const useStyles = makeStyles(theme => ({
  // First among the cards, wherever the host puts it.
  banner: { order: -1, display: 'grid', gap: theme.spacing(1.5), minWidth: 0 },
}));

/**
 * Open notices on what the entity depends on, with the way to it and the answers of
 * its owners; nothing where there are none.
 */
export function NoticeBanner() {
  const classes = useStyles();
  const t = useTexts();
  const { entity } = useEntity();
  const { value, reload } = useConcerning(stringifyEntityRef(entity));
  const { isKnown, isHidden, hide } = useDismissals();
  const items = isKnown
    ? value?.items.filter(item => !isHidden(item)) ?? []
    : [];
  if (!items.length) return null;
  return (
    <div
      role="region"
      aria-label={t('updates.concerning.region')}
      className={classes.banner}
    >
      {items.map(item => (
        <ConcerningItem
          key={item.notice.id}
          item={item}
          onChanged={reload}
          onDismiss={() => hide(item)}
        />
      ))}
    </div>
  );
}
