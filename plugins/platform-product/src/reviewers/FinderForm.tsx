import { FormEvent, useState } from 'react';
import {
  isWebLink,
  mostPaths,
  readChangedPaths,
} from '@platform-product/backstage-plugin-common/rules';
import { makeStyles } from '@material-ui/core/styles';
import { Button } from '../shared/Button';
import { Field } from '../shared/Field';
import { useTexts } from '../shared/useTexts';

/** A change as somebody names it: by its paths, or by a link. */
export interface AskedChange {
  readonly paths?: string[];
  readonly changeUrl?: string;
}

const useStyles = makeStyles(theme => ({
  form: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: theme.spacing(2),
    [theme.breakpoints.down('xs')]: { flexDirection: 'column' },
  },
  submit: { minHeight: 40 },
}));

function readChange(text: string): AskedChange & { readonly leftOut: number } {
  const link = text.trim();
  if (isWebLink(link) && !/\s/.test(link)) {
    return { changeUrl: link, leftOut: 0 };
  }
  const { paths, leftOut } = readChangedPaths(text);
  return { paths: [...paths], leftOut };
}

/** Asks which change is to be reviewed. */
export function FinderForm(props: {
  readonly loading: boolean;
  readonly onFind: (change: AskedChange) => void;
}) {
  const classes = useStyles();
  const t = useTexts();
  const [text, setText] = useState('');
  const { leftOut, ...change } = readChange(text);
  const isUnreadable =
    Boolean(text.trim()) && !change.changeUrl && !change.paths?.length;
  const help = leftOut
    ? t('finder.leftOutPaths', { number: `${leftOut + mostPaths}` })
    : t('finder.help');
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!props.loading && !isUnreadable) props.onFind(change);
  };
  return (
    <form className={classes.form} onSubmit={onSubmit}>
      <Field
        label={t('finder.label')}
        helperText={isUnreadable ? t('finder.unreadable') : help}
        error={isUnreadable}
        value={text}
        onChange={event => setText(event.target.value)}
        onKeyDown={event => {
          const isShort = !text.includes('\n');
          if (
            event.key === 'Enter' &&
            !event.nativeEvent.isComposing &&
            (event.ctrlKey || isShort) &&
            !event.shiftKey
          ) {
            onSubmit(event);
          }
        }}
        variant="outlined"
        size="small"
        maxRows={8}
        multiline
        fullWidth
      />
      <Button
        className={classes.submit}
        type="submit"
        color="primary"
        variant="contained"
        disabled={props.loading || isUnreadable}
      >
        {t('finder.submit')}
      </Button>
    </form>
  );
}
