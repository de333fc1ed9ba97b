import { useState } from 'react';
import { Button } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import LessIcon from '@material-ui/icons/ExpandLess';
import MoreIcon from '@material-ui/icons/ExpandMore';
import { useTexts } from '../shared/useTexts';
import { WrittenText } from '../shared/WrittenText';

const useStyles = makeStyles({
  // Its words stand in a line with all else on the card.
  button: { marginInlineStart: 'calc(-1 * var(--bui-space-2))' },
});

/** More about something on a roadmap, for those who want to know. */
export function RoadmapText(props: {
  readonly title: string;
  readonly text: string;
}) {
  const { title, text } = props;
  const classes = useStyles();
  const t = useTexts();
  const [isOpen, setOpen] = useState(false);
  const more = t('updates.roadmap.more');
  const Icon = isOpen ? LessIcon : MoreIcon;
  return (
    <div>
      <Button
        variant="tertiary"
        size="small"
        className={classes.button}
        aria-expanded={isOpen}
        aria-label={`${more}: ${title}`}
        iconEnd={<Icon fontSize="small" aria-hidden="true" />}
        onPress={() => setOpen(!isOpen)}
      >
        {more}
      </Button>
      {isOpen && <WrittenText text={text} />}
    </div>
  );
}
