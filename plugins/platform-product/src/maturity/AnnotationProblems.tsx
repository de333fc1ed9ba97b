import { AnnotationProblem } from '@platform-product/backstage-plugin-common';
import { makeStyles } from '@material-ui/core/styles';
import { Message } from '../shared/Message';
import { useTexts } from '../shared/useTexts';

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: 16, overflowWrap: 'anywhere' },
});

/** Annotations that the suite could not read, and what it expected. */
export function AnnotationProblems(props: {
  readonly problems: readonly AnnotationProblem[];
}) {
  const classes = useStyles();
  const t = useTexts();
  return (
    <Message status="warning" title={t('maturity.badAnnotations')}>
      <ul className={classes.list}>
        {props.problems.map(({ annotation, value, expected }) => (
          <li key={annotation}>
            {t('maturity.badAnnotation', { annotation, value, expected })}
          </li>
        ))}
      </ul>
    </Message>
  );
}
