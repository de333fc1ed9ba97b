import { Select } from '@backstage/ui';
import { searchAmong } from './searchAmong';
import { useTexts } from './useTexts';

/** Asks for one of a few. */
export function SelectField<Value extends string>(props: {
  readonly label: string;
  readonly help?: string;
  /** None is chosen where it is empty. */
  readonly value: Value | '';
  readonly options: ReadonlyArray<{
    readonly value: Value;
    readonly label: string;
  }>;
  readonly isRequired?: boolean;
  readonly className?: string;
  readonly onChange: (value: Value) => void;
}) {
  const { label, help, value, options, isRequired, onChange } = props;
  const t = useTexts();
  return (
    <Select
      className={props.className}
      label={label}
      description={help}
      placeholder={t('shared.choose')}
      secondaryLabel={isRequired ? t('shared.required') : undefined}
      isRequired={isRequired}
      validationBehavior="aria"
      search={searchAmong(options, t('shared.search'))}
      value={value || null}
      options={options.map(option => ({
        id: option.value,
        label: option.label,
      }))}
      onChange={chosen => chosen !== null && onChange(chosen as Value)}
    />
  );
}
