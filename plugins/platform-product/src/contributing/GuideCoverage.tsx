import { useState } from 'react';
import {
  GuideAnswer,
  GuideQuestion,
} from '@platform-product/backstage-plugin-common';
import { Button, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import CheckCircleIcon from '@material-ui/icons/CheckCircle';
import RadioButtonUncheckedIcon from '@material-ui/icons/RadioButtonUnchecked';
import { useTexts } from '../shared/useTexts';

const useStyles = makeStyles(theme => ({
  answers: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  met: { color: 'var(--bui-fg-positive)', fontSize: 16 },
  missing: { color: 'var(--bui-fg-secondary)', fontSize: 16 },
  found: {
    margin: theme.spacing(1, 0),
    paddingLeft: theme.spacing(2),
    borderLeft: '3px solid var(--bui-border-1)',
    overflowWrap: 'anywhere',
  },
}));

/** What the guide says and what it does not, each with the sentence. */
export function GuideCoverage(props: {
  readonly coverage: readonly GuideAnswer[];
  /** Whether the reader can correct it. */
  readonly canEditGuide: boolean;
}) {
  const classes = useStyles();
  const t = useTexts();
  const [open, setOpen] = useState<GuideQuestion>();
  const shown = props.coverage.find(({ question }) => question === open);
  return (
    <div>
      <div className={classes.answers}>
        {props.coverage.map(({ question, covered }) => (
          <Button
            variant="secondary"
            key={question}
            aria-expanded={open === question}
            aria-label={`${t(`contributing.guide.questions.${question}`)}: ${
              covered
                ? t('contributing.guide.says')
                : t('contributing.guide.missing')
            }`}
            iconStart={
              covered ? (
                <CheckCircleIcon className={classes.met} />
              ) : (
                <RadioButtonUncheckedIcon className={classes.missing} />
              )
            }
            onPress={() => setOpen(open === question ? undefined : question)}
          >
            {t(`contributing.guide.questions.${question}`)}
          </Button>
        ))}
      </div>
      {shown && (
        <div className={classes.found}>
          <Text as="p">
            {shown.covered
              ? t('contributing.guide.found', {
                  line: `${shown.line}`,
                  sentence: shown.sentence ?? '',
                })
              : t('contributing.guide.notFound')}
          </Text>
          {props.canEditGuide && (
            <Text variant="body-small" color="secondary">
              {t('contributing.guide.correct')}
            </Text>
          )}
        </div>
      )}
    </div>
  );
}
