import { Contributing } from '@platform-product/backstage-plugin-common';
import { Button, ButtonLink, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { ExternalLink } from '../shared/ExternalLink';
import { useCopy } from '../shared/useCopy';
import { useTexts } from '../shared/useTexts';
import { guideTemplate } from './guideTemplate';

const useStyles = makeStyles(theme => ({
  places: {
    color: 'var(--bui-fg-secondary)',
    overflowWrap: 'anywhere',
    paddingLeft: theme.spacing(2.5),
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
}));

/** Says that there is no guide, and offers the owners one to start from. */
export function GuideMissing(props: {
  readonly contributing: Contributing;
  /** Whether the reader may be able to add one. */
  readonly canEditGuide: boolean;
}) {
  const { contributing, canEditGuide } = props;
  const { lookedAt, newFileUrl, elsewhere, isOtherFormat } = contributing;
  const classes = useStyles();
  const t = useTexts();
  const copy = useCopy(t('contributing.guide.copied'));
  if (elsewhere) {
    return (
      <Text as="p" variant="body-large">
        {t(
          isOtherFormat
            ? 'contributing.guide.otherFormat'
            : 'contributing.guide.elsewhere',
        )}{' '}
        <ExternalLink href={elsewhere}>{elsewhere}</ExternalLink>
      </Text>
    );
  }
  return (
    <>
      <Text as="p" variant="body-large" weight="bold">
        {t('contributing.guide.none')}
      </Text>
      <Text as="p" color="secondary">
        {lookedAt.length
          ? t('contributing.guide.noneHint')
          : t('contributing.guide.noneNowhere')}
      </Text>
      {lookedAt.length > 0 && (
        <ul className={classes.places}>
          {lookedAt.map(url => (
            <li key={url}>{url}</li>
          ))}
        </ul>
      )}
      {canEditGuide && (
        <div className={classes.actions}>
          <Button variant="secondary" onPress={() => copy(guideTemplate)}>
            {t('contributing.guide.copy')}
          </Button>
          {newFileUrl && (
            <ButtonLink
              variant="secondary"
              href={newFileUrl}
              target="_blank"
              rel="noopener noreferrer"
            >
              {t('contributing.guide.create')}
            </ButtonLink>
          )}
        </div>
      )}
    </>
  );
}
