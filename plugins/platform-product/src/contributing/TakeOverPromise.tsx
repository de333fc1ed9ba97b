import { annotations } from '@platform-product/backstage-plugin-common';
import { Button } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { ExternalLink } from '../shared/ExternalLink';
import { useCopy } from '../shared/useCopy';
import { useTexts } from '../shared/useTexts';

const useStyles = makeStyles(theme => ({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1.5),
    ...theme.typography.body2,
  },
}));

/** Tells whoever keeps the entry how what the guide promises becomes what is measured. */
export function TakeOverPromise(props: {
  /** What the guide promises, as the annotation takes it. */
  readonly duration: string;
  readonly editUrl: string | undefined;
}) {
  const { duration, editUrl } = props;
  const classes = useStyles();
  const t = useTexts();
  const copy = useCopy(t('contributing.takeOver.copied'));
  const annotation = `${annotations.reviewTarget}: ${duration}`;
  return (
    <div className={classes.line}>
      <span>
        {t('contributing.takeOver.how')} <code>{annotation}</code>
      </span>
      <Button variant="secondary" onPress={() => copy(annotation)}>
        {t('contributing.takeOver.copy')}
      </Button>
      {editUrl && (
        <ExternalLink href={editUrl}>
          {t('contributing.takeOver.edit')}
        </ExternalLink>
      )}
    </div>
  );
}
