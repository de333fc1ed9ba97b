import { useState } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  PortfolioQuery,
  PortfolioSummary,
} from '@platform-product/backstage-plugin-common';
import { Button, Checkbox, SearchField } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import useDebounce from 'react-use/esm/useDebounce';
import { SeveralField } from '../shared/SeveralField';
import { useTexts } from '../shared/useTexts';
import { PortfolioChange } from './usePortfolioState';

const typingPause = 300;

const useStyles = makeStyles(theme => ({
  filters: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(160px, 1fr))',
    gap: theme.spacing(2),
    alignItems: 'end',
    marginBottom: theme.spacing(2),
  },
  // As high as the fields beside it.
  atRisk: { minHeight: '2rem', alignItems: 'center' },
}));

function humanize(ref: string): string {
  try {
    const { namespace, name } = parseEntityRef(ref);
    return namespace === 'default' ? name : `${namespace}/${name}`;
  } catch {
    return ref;
  }
}

function TextFilter(props: {
  readonly value: string;
  readonly onChange: (text: string | undefined) => void;
}) {
  const { value, onChange } = props;
  const t = useTexts();
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    if (value !== text.trim()) setText(value);
  }
  useDebounce(
    () => {
      if (text.trim() !== value) onChange(text.trim() || undefined);
    },
    typingPause,
    [text],
  );
  return (
    <SearchField
      label={t('portfolio.search')}
      placeholder=""
      maxLength={200}
      value={text}
      onChange={setText}
    />
  );
}

/** Narrows the list down. */
export function PortfolioFilters(props: {
  readonly query: PortfolioQuery;
  readonly summary: PortfolioSummary | undefined;
  readonly onChange: (changes: PortfolioChange) => void;
  readonly onClear?: () => void;
}) {
  const { query, summary, onChange, onClear } = props;
  const classes = useStyles();
  const t = useTexts();
  const names = new Map(
    summary?.levels.map(({ level, name }) => [`${level}`, name]),
  );
  const values = (field: 'owners' | 'systems' | 'kinds') =>
    summary?.[field].map(({ value }) => value) ?? [];
  return (
    <div className={classes.filters}>
      <TextFilter
        value={query.text ?? ''}
        onChange={text => onChange({ text })}
      />
      <SeveralField
        label={t('portfolio.level')}
        options={[...names.keys()]}
        value={query.level?.map(String) ?? []}
        describe={level =>
          `${level} · ${
            level === '0' ? t('maturity.level.zero') : names.get(level) ?? ''
          }`
        }
        onChange={level => onChange({ level })}
      />
      <SeveralField
        label={t('portfolio.owner')}
        options={values('owners')}
        value={query.owner ?? []}
        describe={humanize}
        onChange={owner => onChange({ owner })}
      />
      <SeveralField
        label={t('portfolio.system')}
        options={values('systems')}
        value={query.system ?? []}
        describe={humanize}
        onChange={system => onChange({ system })}
      />
      {values('kinds').length > 1 && (
        <SeveralField
          label={t('portfolio.kind')}
          options={values('kinds')}
          value={query.kind ?? []}
          onChange={kind => onChange({ kind })}
        />
      )}
      <Checkbox
        className={classes.atRisk}
        isSelected={query.atRisk === true}
        onChange={isChosen =>
          onChange({ atRisk: isChosen ? 'true' : undefined })
        }
      >
        {t('portfolio.atRisk')}
      </Checkbox>
      {onClear && (
        <Button variant="tertiary" onPress={onClear}>
          {t('portfolio.clear')}
        </Button>
      )}
    </div>
  );
}
