import { RoadmapItem } from '@platform-product/backstage-plugin-common';
import { Link, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { useServiceLink } from '../shared/useServiceLink';
import { useTexts } from '../shared/useTexts';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gap: 'var(--bui-space-1)',
    listStyle: 'none',
    margin: 'var(--bui-space-1) 0 0',
    padding: 0,
  },
});

/** Which feedback something came from, as far as the reader may see it. */
export function RoadmapFeedback(props: { readonly item: RoadmapItem }) {
  const { entityRef, feedback } = props.item;
  const classes = useStyles();
  const t = useTexts();
  const linkTo = useServiceLink();
  if (!feedback.length) return null;
  return (
    <Text as="div" variant="body-small">
      {t('updates.roadmap.from', { count: feedback.length })}
      <ul className={classes.list}>
        {feedback.map(({ id, title }) => (
          <li key={id}>
            <Link
              href={`${linkTo(entityRef, 'satisfaction')}?feedback=${id}`}
              variant="body-small"
            >
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </Text>
  );
}
