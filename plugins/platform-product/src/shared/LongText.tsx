import { useState } from 'react';
import { Button } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from './useTexts';
import { WrittenText } from './WrittenText';

const useStyles = makeStyles({
  short: {
    maxHeight: '9em',
    overflow: 'hidden',
    maskImage: 'linear-gradient(to bottom, black 60%, transparent)',
  },
});

const isLong = (text: string) =>
  text.length > 600 || text.split('\n').length > 10;

/** What somebody wrote in Markdown; where it is long, its beginning until more is wanted. */
export function LongText(props: {
  readonly text: string;
  /** What it is about, to tell its button from others. */
  readonly about: string;
}) {
  const { text, about } = props;
  const classes = useStyles();
  const t = useTexts();
  const [isWhole, setWhole] = useState(false);
  if (!isLong(text)) return <WrittenText text={text} />;
  const action = isWhole ? t('shared.readLess') : t('shared.readOn');
  return (
    <>
      {/* What is cut off can't be reached by Tab before it is seen. */}
      <div
        className={isWhole ? undefined : classes.short}
        ref={place => place?.toggleAttribute('inert', !isWhole)}
      >
        <WrittenText text={text} />
      </div>
      <Button
        variant="tertiary"
        aria-label={`${action}: ${about}`}
        aria-expanded={isWhole}
        onPress={() => setWhole(!isWhole)}
      >
        {action}
      </Button>
    </>
  );
}
