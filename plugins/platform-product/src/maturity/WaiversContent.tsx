import { useState } from 'react';
import {
  ListedWaiver,
  WaiverStatus,
} from '@platform-product/backstage-plugin-common';
import { waiverStatuses } from '@platform-product/backstage-plugin-common/rules';
import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { Intro } from '../shared/Intro';
import { Loaded } from '../shared/Loaded';
import { Paging } from '../shared/Paging';
import { Section } from '../shared/Section';
import { SelectField } from '../shared/SelectField';
import { useTexts } from '../shared/useTexts';
import { useWaiverList } from './useWaiverList';
import { WaiversTable } from './WaiversTable';

const useStyles = makeStyles(theme => ({
  filter: { maxWidth: 240, marginBottom: theme.spacing(1) },
}));

/** Waivers across all services: what rests on a word, who gave it, and until when. */
export function WaiversContent() {
  const classes = useStyles();
  const t = useTexts();
  const [status, setStatus] = useState<WaiverStatus>();
  const [cursor, setCursor] = useState<string>();
  const waivers = useWaiverList({ status, cursor });
  return (
    <Section title={t('maturity.waivers.title')}>
      <Intro>{t('maturity.waivers.intro')}</Intro>
      <SelectField
        className={classes.filter}
        label={t('maturity.waivers.status')}
        value={status ?? 'all'}
        options={[
          { value: 'all', label: t('maturity.waivers.all') },
          ...waiverStatuses.map(value => ({
            value,
            label: t(`maturity.waivers.statuses.${value}`),
          })),
        ]}
        onChange={chosen => {
          setStatus(chosen === 'all' ? undefined : chosen);
          setCursor(undefined);
        }}
      />
      <Loaded
        result={waivers}
        errorTitle={t('maturity.waivers.error')}
        height={200}
      >
        {({ items }) => (
          // The page before stays until the next one is there.
          <div aria-busy={waivers.loading}>
            <Waivers items={items} isFiltered={Boolean(status)} />
          </div>
        )}
      </Loaded>
      <Paging
        cursor={cursor}
        nextCursor={waivers.value?.pageInfo.nextCursor}
        onPage={setCursor}
      />
    </Section>
  );
}

function Waivers(props: {
  readonly items: readonly ListedWaiver[];
  readonly isFiltered: boolean;
}) {
  const t = useTexts();
  if (props.items.length) return <WaiversTable waivers={props.items} />;
  return (
    <Text as="p" color="secondary">
      {props.isFiltered
        ? t('maturity.waivers.noneSuch')
        : t('maturity.waivers.none')}
    </Text>
  );
}
