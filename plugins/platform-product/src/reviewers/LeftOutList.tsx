import { Fragment } from 'react';
import { Suggestions } from '@platform-product/backstage-plugin-common';
import Typography from '@material-ui/core/Typography';
import { Person } from '../shared/Person';
import { useTexts } from '../shared/useTexts';
import { useReviewTexts } from './useReviewTexts';

/** Who was left out, and why. */
export function LeftOutList(props: {
  readonly leftOut: Suggestions['leftOut'];
}) {
  const t = useTexts();
  const { describeLeftOut } = useReviewTexts();
  if (!props.leftOut.length) return null;
  return (
    <Typography variant="body2" color="textSecondary">
      {t('finder.leftOut')}:{' '}
      {props.leftOut.map((person, index) => (
        <Fragment key={person.name}>
          {index > 0 && ', '}
          <Person userRef={person.userRef} name={person.name} /> (
          {describeLeftOut(person)})
        </Fragment>
      ))}
    </Typography>
  );
}
