import { Select } from '@backstage/ui';
import { searchAmong } from './searchAmong';
import { useTexts } from './useTexts';

/** Asks for any number of things. */
export function SeveralField(props: {
  readonly label: string;
  readonly options: readonly string[];
  readonly value: readonly string[];
  /** What stands there where nothing is chosen; that any will do, if nothing else. */
  readonly placeholder?: string;
  /** What is shown of an option, if not the option itself. */
  readonly describe?: (option: string) => string;
  readonly onChange: (value: string[]) => void;
}) {
  const { label, options, value, placeholder, describe, onChange } = props;
  const t = useTexts();
  const all = [...new Set([...options, ...value])];
  return (
    <Select
      label={label}
      placeholder={placeholder ?? t('shared.any')}
      selectionMode="multiple"
      search={searchAmong(all, t('shared.search'))}
      options={all.map(id => ({ id, label: describe?.(id) ?? id }))}
      value={[...value]}
      onChange={chosen => onChange(chosen.map(String))}
    />
  );
}
