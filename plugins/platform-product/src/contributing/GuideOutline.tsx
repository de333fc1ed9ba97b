import { Contributing } from '@platform-product/backstage-plugin-common';
import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { PlainButton } from '../shared/PlainButton';
import { useTexts } from '../shared/useTexts';
import { headingId, headingSlugs } from './headingSlugs';

type Outline = NonNullable<Contributing['guide']>['outline'];

const deepestShown = 3;
const mostShown = 40;

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: { overflowWrap: 'anywhere', margin: theme.spacing(0.5, 0) },
  heading: {
    color: theme.palette.primary.main,
    '&:hover': { textDecoration: 'underline' },
  },
}));

/** The headings of the guide, each a way to its place. */
export function GuideOutline(props: {
  readonly outline: Outline;
  /** Called before the place is looked for: it may be hidden. */
  readonly onPick: () => void;
}) {
  const classes = useStyles();
  const t = useTexts();
  const shown = props.outline
    .filter(({ depth }) => depth <= deepestShown)
    .slice(0, mostShown);
  const top = Math.min(...shown.map(({ depth }) => depth));
  const goTo = (heading: Outline[number]) => {
    const slugs = headingSlugs(props.outline.map(({ text }) => text));
    const id = headingId(slugs[props.outline.indexOf(heading)]);
    props.onPick();
    requestAnimationFrame(() =>
      document.getElementById(id)?.scrollIntoView({ block: 'start' }),
    );
  };
  return (
    <nav aria-label={t('contributing.guide.outline')}>
      {shown.length > 1 && (
        <>
          <Text as="h3" weight="bold">
            {t('contributing.guide.outline')}
          </Text>
          <ul className={classes.list}>
            {shown.map(heading => {
              const { depth, text, line } = heading;
              return (
                <li
                  key={line}
                  className={classes.item}
                  style={{ paddingLeft: (depth - top) * 12 }}
                >
                  <PlainButton
                    className={classes.heading}
                    onClick={() => goTo(heading)}
                  >
                    {text}
                  </PlainButton>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </nav>
  );
}
