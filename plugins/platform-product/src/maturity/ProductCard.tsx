import { ReactNode } from 'react';
import { EntityRefLink, EntityRefLinks } from '@backstage/plugin-catalog-react';
import {
  evidenceSources,
  Maturity,
  ProductFacts,
} from '@platform-product/backstage-plugin-common';
import { Link } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { ExternalLink } from '../shared/ExternalLink';
import { Section } from '../shared/Section';
import { useServiceLink } from '../shared/useServiceLink';
import { useTexts } from '../shared/useTexts';

const useStyles = makeStyles(theme => ({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: theme.spacing(1, 2),
    margin: 0,
    ...theme.typography.body2,
  },
  name: { color: 'var(--bui-fg-secondary)' },
  value: { margin: 0, overflowWrap: 'anywhere' },
  missing: { color: 'var(--bui-fg-secondary)', fontStyle: 'italic' },
}));

function Fact(props: { readonly name: string; readonly children: ReactNode }) {
  const classes = useStyles();
  const t = useTexts();
  return (
    <>
      <dt className={classes.name}>{props.name}</dt>
      <dd className={classes.value}>
        {props.children || (
          <span className={classes.missing}>
            {t('maturity.product.missing')}
          </span>
        )}
      </dd>
    </>
  );
}

/** The service as a product: who answers for it, and where it is going. */
export function ProductCard(props: {
  readonly facts: ProductFacts;
  readonly maturity: Maturity | undefined;
  /** How many follow it, and the reader’s own say in it. */
  readonly follow: ReactNode;
}) {
  const { facts, maturity } = props;
  const classes = useStyles();
  const t = useTexts();
  const pathTo = useServiceLink();
  const evidence = maturity?.levels
    .flatMap(level => level.criteria)
    .flatMap(criterion => criterion.evidence);
  const foundBy = (source: string) =>
    evidence?.find(one => one.source === source);
  const consumers = foundBy(evidenceSources.consumers);
  // Unknown where it is kept elsewhere, or nowhere.
  const roadmap = foundBy(evidenceSources.roadmap);
  const isRoadmapHere = roadmap && roadmap.result !== 'unknown';
  const linkTo = (href: string | undefined, text: string) =>
    href && <ExternalLink href={href}>{text}</ExternalLink>;
  return (
    <Section title={t('maturity.product.title')}>
      <dl className={classes.facts}>
        <Fact name={t('maturity.product.productManager')}>
          {facts.productManager && (
            <EntityRefLink
              entityRef={facts.productManager}
              defaultKind="user"
              hideIcon
            />
          )}
        </Fact>
        <Fact name={t('maturity.product.owner')}>
          {facts.owners.length > 0 && (
            <EntityRefLinks
              entityRefs={[...facts.owners]}
              defaultKind="group"
              hideIcons
            />
          )}
        </Fact>
        <Fact name={t('maturity.product.vision')}>
          {linkTo(facts.vision, t('maturity.product.read'))}
        </Fact>
        <Fact name={t('maturity.product.roadmap')}>
          {isRoadmapHere ? (
            <Link href={pathTo(facts.entityRef, 'updates')}>
              {roadmap.summary}
            </Link>
          ) : (
            linkTo(facts.roadmap, t('maturity.product.open'))
          )}
        </Fact>
        <Fact name={t('maturity.product.sla')}>
          {linkTo(facts.sla, t('maturity.product.terms'))}
        </Fact>
        <Fact name={t('maturity.product.support')}>
          {linkTo(facts.support, t('maturity.product.ask'))}
        </Fact>
        <Fact name={t('maturity.product.usedBy')}>{consumers?.summary}</Fact>
        <Fact name={t('updates.follow.title')}>{props.follow}</Fact>
      </dl>
    </Section>
  );
}
