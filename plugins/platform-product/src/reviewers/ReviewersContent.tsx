import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  PortfolioItem,
  ReviewerListItem,
} from '@platform-product/backstage-plugin-common';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import useDebounce from 'react-use/esm/useDebounce';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { useAccess } from '../access/useAccess';
import { Button } from '../shared/Button';
import { Field } from '../shared/Field';
import { Loaded } from '../shared/Loaded';
import { Person } from '../shared/Person';
import { Section } from '../shared/Section';
import { useLoaded } from '../shared/useLoaded';
import { useTexts } from '../shared/useTexts';
import { FinderSection } from './FinderSection';
import { WhenCell } from './RosterTable';
import { ServicePicker } from './ServicePicker';
import { useReviewTexts } from './useReviewTexts';

const typingPause = 250;

const useStyles = makeStyles(theme => ({
  layout: { display: 'grid', gap: theme.spacing(3), minWidth: 0 },
  search: { minWidth: 280, marginBottom: theme.spacing(1) },
  cell: {
    verticalAlign: 'top',
    overflowWrap: 'break-word',
    wordBreak: 'normal',
  },
  table: { minWidth: 680 },
}));

/** Finds a reviewer across all platforms. */
export function ReviewersContent() {
  const classes = useStyles();
  const t = useTexts();
  const [service, setService] = useState<PortfolioItem>();
  return (
    <div className={classes.layout}>
      <Section title={t('reviewers.intro')}>
        <Typography variant="body2" color="textSecondary" gutterBottom>
          {t('reviewers.pick')}
        </Typography>
        <ServicePicker value={service} onChange={setService} />
      </Section>
      {service && <ServiceFinder key={service.entityRef} service={service} />}
      <ReviewerList />
    </div>
  );
}

function ServiceFinder({ service }: { readonly service: PortfolioItem }) {
  const { can } = useAccess(service.entityRef);
  return (
    <FinderSection
      entityRef={service.entityRef}
      owners={service.owner ? [service.owner] : []}
      canAsk={can('requestReview')}
    />
  );
}

function ReviewerList() {
  const classes = useStyles();
  const t = useTexts();
  const api = useApi(platformProductApiRef);
  const [typed, setTyped] = useState('');
  const [text, setText] = useState('');
  const [cursor, setCursor] = useState<string>();
  useDebounce(
    () => {
      if (typed.trim() === text) return;
      setText(typed.trim());
      setCursor(undefined);
    },
    typingPause,
    [typed],
  );
  const reviewers = useLoaded(
    () =>
      api.call('listReviewers', {
        params: {},
        query: { text: text || undefined, cursor },
      }),
    [api, text, cursor],
  );
  const nextCursor = reviewers.value?.pageInfo.nextCursor;
  return (
    <Section title={t('reviewers.all')}>
      <Field
        className={classes.search}
        label={t('reviewers.search')}
        value={typed}
        onChange={event => setTyped(event.target.value)}
        size="small"
        variant="outlined"
      />
      <Loaded result={reviewers} errorTitle={t('reviewers.error')} height={200}>
        {({ items }) =>
          items.length > 0 ? (
            <ReviewerTable reviewers={items} />
          ) : (
            <NoReviewers isFiltered={Boolean(text)} />
          )
        }
      </Loaded>
      {cursor && (
        <Button size="small" onClick={() => setCursor(undefined)}>
          {t('portfolio.first')}
        </Button>
      )}
      {nextCursor && (
        <Button size="small" onClick={() => setCursor(nextCursor)}>
          {t('portfolio.next')}
        </Button>
      )}
    </Section>
  );
}

function NoReviewers({ isFiltered }: { readonly isFiltered: boolean }) {
  const t = useTexts();
  return (
    <>
      <Typography variant="subtitle1" component="p">
        {isFiltered ? t('reviewers.emptyFiltered') : t('reviewers.empty')}
      </Typography>
      {!isFiltered && (
        <Typography variant="body2" color="textSecondary">
          {t('reviewers.emptyHint')}
        </Typography>
      )}
    </>
  );
}

function ReviewerTable(props: {
  readonly reviewers: readonly ReviewerListItem[];
}) {
  const classes = useStyles();
  const t = useTexts();
  const { describeTerms } = useReviewTexts();
  return (
    <Table size="small" className={classes.table}>
      <TableHead>
        <TableRow>
          <TableCell>{t('reviewers.service')}</TableCell>
          <TableCell>{t('roster.who')}</TableCell>
          <TableCell>{t('roster.role')}</TableCell>
          <TableCell>{t('roster.open')}</TableCell>
          <TableCell>{t('roster.when')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {props.reviewers.map(item => (
          <TableRow key={`${item.entityRef} ${item.userRef}`} hover>
            <TableCell className={classes.cell}>
              <EntityRefLink
                entityRef={item.entityRef}
                title={item.title}
                hideIcon
              />
            </TableCell>
            <TableCell className={classes.cell}>
              <Person userRef={item.userRef} />
            </TableCell>
            <TableCell className={classes.cell}>
              {describeTerms(item)}
            </TableCell>
            <TableCell className={classes.cell}>
              {t('finder.open', {
                open: `${item.openReviews}`,
                most: `${item.maxOpenReviews}`,
              })}
            </TableCell>
            <TableCell className={classes.cell}>
              <WhenCell person={item} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
