import { alertApiRef, useApi } from '@backstage/frontend-plugin-api';
import { annotations } from '@platform-product/backstage-plugin-common';
import { Button } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';
import { ExternalLink } from '../shared/ExternalLink';
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

/** Tells the owners how what their guide promises becomes what is measured. */
export function TakeOverPromise(props: {
  /** What the guide promises, as the annotation takes it. */
  readonly duration: string;
  readonly editUrl: string | undefined;
}) {
  const { duration, editUrl } = props;
  const classes = useStyles();
  const t = useTexts();
  const alertApi = useApi(alertApiRef);
  const [, copy] = useCopyToClipboard();
  const annotation = `${annotations.reviewTarget}: ${duration}`;
  const onCopy = () => {
    copy(annotation);
    alertApi.post({
      message: t('contributing.takeOver.copied'),
      severity: 'success',
      display: 'transient',
    });
  };
  return (
    <div className={classes.line}>
      <span>
        {t('contributing.takeOver.how')} <code>{annotation}</code>
      </span>
      <Button variant="secondary" onPress={onCopy}>
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
