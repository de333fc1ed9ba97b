import { useState } from 'react';
import {
  GuideAnswer,
  GuideQuestion,
} from '@platform-product/backstage-plugin-common';
import ButtonBase from '@material-ui/core/ButtonBase';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import CheckCircleIcon from '@material-ui/icons/CheckCircle';
import RadioButtonUncheckedIcon from '@material-ui/icons/RadioButtonUnchecked';
import { useTexts } from '../shared/useTexts';

const useStyles = makeStyles(theme => ({
  answers: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  answer: {
    ...theme.typography.body2,
    gap: theme.spacing(0.75),
    padding: theme.spacing(0.5, 1),
    borderRadius: theme.shape.borderRadius,
    border: `1px solid ${theme.palette.divider}`,
    '&[aria-expanded=true]': { background: theme.palette.action.selected },
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
  met: { color: theme.palette.success.main, fontSize: 18 },
  missing: { color: theme.palette.text.secondary, fontSize: 18 },
  found: {
    margin: theme.spacing(1, 0),
    paddingLeft: theme.spacing(2),
    borderLeft: `3px solid ${theme.palette.divider}`,
    overflowWrap: 'anywhere',
  },
}));

/** What the guide says and what it does not, each with the sentence. */
export function GuideCoverage(props: {
  readonly coverage: readonly GuideAnswer[];
  /** Whether the reader can correct it. */
  readonly canWrite: boolean;
}) {
  const classes = useStyles();
  const t = useTexts();
  const [open, setOpen] = useState<GuideQuestion>();
  const shown = props.coverage.find(({ question }) => question === open);
  return (
    <div>
      <div className={classes.answers}>
        {props.coverage.map(({ question, covered }) => (
          <ButtonBase
            key={question}
            className={classes.answer}
            aria-expanded={open === question}
            aria-label={`${t(`guide.questions.${question}`)}: ${
              covered ? t('guide.says') : t('guide.missing')
            }`}
            onClick={() => setOpen(open === question ? undefined : question)}
          >
            {covered ? (
              <CheckCircleIcon className={classes.met} />
            ) : (
              <RadioButtonUncheckedIcon className={classes.missing} />
            )}
            {t(`guide.questions.${question}`)}
          </ButtonBase>
        ))}
      </div>
      {shown && (
        <div className={classes.found}>
          <Typography variant="body2">
            {shown.covered
              ? t('guide.found', {
                  line: `${shown.line}`,
                  sentence: shown.sentence ?? '',
                })
              : t('guide.notFound')}
          </Typography>
          {props.canWrite && (
            <Typography variant="caption" color="textSecondary">
              {t('guide.correct')}
            </Typography>
          )}
        </div>
      )}
    </div>
  );
}
