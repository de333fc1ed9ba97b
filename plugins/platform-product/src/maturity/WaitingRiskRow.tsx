import { WaitingRisk } from '@platform-product/backstage-plugin-common';
import { ButtonLink, Text } from '@backstage/ui';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import { formatDay } from '../shared/dates';
import { useServiceLink } from '../shared/useServiceLink';
import { useTexts } from '../shared/useTexts';
import { WaitingRow } from '../shared/WaitingRow';

/** A service of the reader that is about to fall. */
export function WaitingRiskRow({ item }: { readonly item: WaitingRisk }) {
  const t = useTexts();
  const linkTo = useServiceLink();
  const { atRisk, criteria } = item;
  return (
    <WaitingRow
      icon={<WarningIcon fontSize="small" aria-hidden />}
      kind={t('maturity.waiting.at-risk')}
      item={item}
      actions={
        <ButtonLink
          variant="secondary"
          href={linkTo(item.entityRef, 'maturity')}
          aria-label={t('maturity.waiting.renewOf', { title: item.title })}
        >
          {t('maturity.waiting.renew')}
        </ButtonLink>
      }
    >
      <Text as="p">
        {t('maturity.waiting.falls', {
          level: `${atRisk.fallsTo}`,
          date: formatDay(atRisk.until),
        })}
      </Text>
      <Text as="p" variant="body-small" color="secondary">
        {t('maturity.waiting.stale', { criteria: criteria.join(', ') })}
      </Text>
    </WaitingRow>
  );
}
