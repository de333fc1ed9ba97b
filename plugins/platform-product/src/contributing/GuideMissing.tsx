import { alertApiRef, useApi } from '@backstage/frontend-plugin-api';
import { Contributing } from '@platform-product/backstage-plugin-common';
import Link from '@material-ui/core/Link';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';
import { Button } from '../shared/Button';
import { useTexts } from '../shared/useTexts';
import { guideTemplate } from './guideTemplate';

const useStyles = makeStyles(theme => ({
  places: { overflowWrap: 'anywhere', paddingLeft: theme.spacing(2.5) },
  actions: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
}));

/** Says that there is no guide, and offers the owners one to start from. */
export function GuideMissing(props: {
  readonly contributing: Contributing;
  readonly canWrite: boolean;
}) {
  const { contributing, canWrite } = props;
  const { lookedAt, newFileUrl, elsewhere } = contributing;
  const classes = useStyles();
  const t = useTexts();
  const alertApi = useApi(alertApiRef);
  const [, copy] = useCopyToClipboard();
  const onCopy = () => {
    copy(guideTemplate);
    alertApi.post({
      message: t('guide.copied'),
      severity: 'success',
      display: 'transient',
    });
  };
  if (elsewhere) {
    return (
      <Typography variant="body1">
        {t('guide.elsewhere')}{' '}
        <Link href={elsewhere} target="_blank" rel="noopener noreferrer">
          {elsewhere}
        </Link>
      </Typography>
    );
  }
  return (
    <>
      <Typography variant="subtitle1" component="p">
        {t('guide.none')}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {lookedAt.length ? t('guide.noneHint') : t('guide.noneNowhere')}
      </Typography>
      {lookedAt.length > 0 && (
        <Typography
          variant="body2"
          color="textSecondary"
          component="ul"
          className={classes.places}
        >
          {lookedAt.map(url => (
            <li key={url}>{url}</li>
          ))}
        </Typography>
      )}
      {canWrite && (
        <div className={classes.actions}>
          <Button variant="outlined" size="small" onClick={onCopy}>
            {t('guide.copy')}
          </Button>
          {newFileUrl && (
            <Button
              variant="outlined"
              size="small"
              href={newFileUrl}
              target="_blank"
              rel="noopener noreferrer"
            >
              {t('guide.create')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
