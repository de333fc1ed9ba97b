import { useState } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  PortfolioQuery,
  PortfolioSummary,
} from '@platform-product/backstage-plugin-common';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { makeStyles } from '@material-ui/core/styles';
import useDebounce from 'react-use/esm/useDebounce';
import { Button } from '../shared/Button';
import { Field } from '../shared/Field';
import { useTexts } from '../shared/useTexts';
import { PortfolioChange } from './usePortfolioState';

const typingPause = 300;

const useStyles = makeStyles(theme => ({
  filters: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(160px, 1fr))',
    gap: theme.spacing(2),
    alignItems: 'center',
    marginBottom: theme.spacing(2),
  },
}));

function humanize(ref: string): string {
  try {
    const { namespace, name } = parseEntityRef(ref);
    return namespace === 'default' ? name : `${namespace}/${name}`;
  } catch {
    return ref;
  }
}

function SeveralOf(props: {
  readonly label: string;
  readonly options: readonly string[];
  readonly value: readonly string[];
  readonly describe?: (option: string) => string;
  readonly onChange: (value: string[]) => void;
}) {
  const { label, options, value, describe, onChange } = props;
  return (
    <Autocomplete
      multiple
      size="small"
      limitTags={1}
      options={[...new Set([...options, ...value])]}
      value={[...value]}
      getOptionLabel={describe}
      onChange={(_, chosen) => onChange(chosen)}
      renderInput={params => (
        <TextField {...params} label={label} variant="outlined" />
      )}
    />
  );
}

function SearchField(props: {
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
    <Field
      label={t('portfolio.search')}
      type="search"
      size="small"
      variant="outlined"
      value={text}
      inputProps={{ maxLength: 200 }}
      onChange={event => setText(event.target.value)}
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
      <SearchField
        value={query.text ?? ''}
        onChange={text => onChange({ text })}
      />
      <SeveralOf
        label={t('portfolio.level')}
        options={[...names.keys()]}
        value={query.level?.map(String) ?? []}
        describe={level =>
          `${level} · ${
            level === '0' ? t('level.zero') : names.get(level) ?? ''
          }`
        }
        onChange={level => onChange({ level })}
      />
      <SeveralOf
        label={t('portfolio.owner')}
        options={values('owners')}
        value={query.owner ?? []}
        describe={humanize}
        onChange={owner => onChange({ owner })}
      />
      <SeveralOf
        label={t('portfolio.system')}
        options={values('systems')}
        value={query.system ?? []}
        describe={humanize}
        onChange={system => onChange({ system })}
      />
      {values('kinds').length > 1 && (
        <SeveralOf
          label={t('portfolio.kind')}
          options={values('kinds')}
          value={query.kind ?? []}
          onChange={kind => onChange({ kind })}
        />
      )}
      <FormControlLabel
        control={
          <Checkbox
            size="small"
            color="primary"
            checked={query.atRisk === true}
            onChange={(_, checked) =>
              onChange({ atRisk: checked ? 'true' : undefined })
            }
          />
        }
        label={t('portfolio.atRisk')}
      />
      {onClear && (
        <Button size="small" onClick={onClear}>
          {t('portfolio.clear')}
        </Button>
      )}
    </div>
  );
}
