import { FormEvent } from 'react';
import { Button } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { TextArea } from '../shared/TextArea';
import { useDraft } from '../shared/useDraft';
import { useTexts } from '../shared/useTexts';
import { AskedChange, useAskedChange } from './useAskedChange';

const useStyles = makeStyles(theme => ({
  form: {
    display: 'flex',
    alignItems: 'flex-end',
    gap: theme.spacing(2),
    [theme.breakpoints.down('xs')]: { flexDirection: 'column' },
  },
}));

/** Asks which change is to be reviewed. */
export function FinderForm(props: {
  readonly entityRef: string;
  readonly loading: boolean;
  readonly onFind: (change: AskedChange) => void;
}) {
  const classes = useStyles();
  const t = useTexts();
  const { value: text, set: setText } = useDraft(
    `finder ${props.entityRef}`,
    '',
  );
  const { change, help, problem } = useAskedChange(text);
  const isUnreadable = Boolean(problem);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!props.loading && !isUnreadable) props.onFind(change);
  };
  return (
    <form className={classes.form} onSubmit={onSubmit}>
      <TextArea
        label={t('reviewers.finder.label')}
        help={help}
        problem={problem}
        value={text}
        onChange={setText}
        rows={1}
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
      />
      <Button type="submit" isDisabled={isUnreadable} isPending={props.loading}>
        {t('reviewers.finder.submit')}
      </Button>
    </form>
  );
}
