import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { ReviewerListItem } from '@platform-product/backstage-plugin-common';
import { makeStyles } from '@material-ui/core/styles';
import { Person } from '../shared/Person';
import { Table } from '../shared/Table';
import { useTexts } from '../shared/useTexts';
import { WhenCell } from './RosterTable';
import { useReviewTexts } from './useReviewTexts';

const useStyles = makeStyles({
  table: { minWidth: 680 },
});

/** Reviewers, each with the service that they review for. */
export function ReviewerTable(props: {
  readonly reviewers: readonly ReviewerListItem[];
}) {
  const classes = useStyles();
  const t = useTexts();
  const { describeTerms } = useReviewTexts();
  return (
    <Table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('reviewers.service')}</th>
          <th scope="col">{t('reviewers.roster.who')}</th>
          <th scope="col">{t('reviewers.roster.role')}</th>
          <th scope="col">{t('reviewers.roster.open')}</th>
          <th scope="col">{t('reviewers.roster.when')}</th>
        </tr>
      </thead>
      <tbody>
        {props.reviewers.map(item => (
          <tr key={`${item.entityRef} ${item.userRef}`}>
            <td>
              <EntityRefLink
                entityRef={item.entityRef}
                title={item.title}
                hideIcon
              />
            </td>
            <td>
              <Person userRef={item.userRef} />
            </td>
            <td>{describeTerms(item)}</td>
            <td>
              {t('reviewers.finder.open', {
                open: `${item.openReviews}`,
                most: `${item.maxOpenReviews}`,
              })}
            </td>
            <td>
              <WhenCell person={item} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
