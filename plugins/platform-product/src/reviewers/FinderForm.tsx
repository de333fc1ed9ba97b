import { FormEvent } from 'react';
import {
  isWebLink,
  mostPaths,
  readChangedPaths,
} from '@platform-product/backstage-plugin-common/rules';
import { Button } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { TextArea } from '../shared/TextArea';
import { useDraft } from '../shared/useDraft';
import { useTexts } from '../shared/useTexts';

/** A change as somebody names it: by its paths, or by a link. */
export interface AskedChange {
  readonly paths?: string[];
  readonly changeUrl?: string;
}

const useStyles = makeStyles(theme => ({
  form: {
    display: 'flex',
    alignItems: 'flex-end',
    gap: theme.spacing(2),
    [theme.breakpoints.down('xs')]: { flexDirection: 'column' },
  },
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
  const { leftOut, ...change } = readChange(text);
  const isUnreadable =
    Boolean(text.trim()) && !change.changeUrl && !change.paths?.length;
  const help = leftOut
    ? t('reviewers.finder.leftOutPaths', { number: `${leftOut + mostPaths}` })
    : t('reviewers.finder.help');
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!props.loading && !isUnreadable) props.onFind(change);
  };
  return (
    <form className={classes.form} onSubmit={onSubmit}>
      <TextArea
        label={t('reviewers.finder.label')}
        help={help}
        problem={isUnreadable ? t('reviewers.finder.unreadable') : undefined}
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
