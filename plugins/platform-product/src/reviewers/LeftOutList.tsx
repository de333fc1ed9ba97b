import { Fragment } from 'react';
import { Suggestions } from '@platform-product/backstage-plugin-common';
import { Text } from '@backstage/ui';
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
    <Text as="p" color="secondary">
      {t('reviewers.finder.leftOut')}:{' '}
      {props.leftOut.map((person, index) => (
        <Fragment key={person.name}>
          {index > 0 && ', '}
          <Person userRef={person.userRef} name={person.name} /> (
          {describeLeftOut(person)})
        </Fragment>
      ))}
    </Text>
  );
}
