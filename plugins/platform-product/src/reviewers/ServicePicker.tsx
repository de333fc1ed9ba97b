import { useState } from 'react';
import { PortfolioItem } from '@platform-product/backstage-plugin-common';
import { Combobox } from '@backstage/ui';
import useDebounce from 'react-use/esm/useDebounce';
import { useServiceSearch } from '../portfolio/useServiceSearch';
import { describeError } from '../shared/describeError';
import { useTexts } from '../shared/useTexts';

const typingPause = 250;

/** Asks for one of the platforms, by its name. */
export function ServicePicker(props: {
  readonly value: PortfolioItem | undefined;
  readonly onChange: (service: PortfolioItem | undefined) => void;
}) {
  const { value: chosen, onChange } = props;
  const t = useTexts();
  const [typed, setTyped] = useState('');
  const [text, setText] = useState('');
  // Who opens it again with one chosen looks for another.
  const asked = typed === chosen?.title ? '' : typed.trim();
  useDebounce(() => setText(asked), typingPause, [asked]);
  const { value, loading, error } = useServiceSearch(text);
  const found = value?.items ?? [];
  const isListed = found.some(item => item.entityRef === chosen?.entityRef);
  const items = chosen && !isListed ? [chosen, ...found] : found;
  const choose = (service: PortfolioItem | undefined) => {
    setTyped(service?.title ?? '');
    if (service?.entityRef !== chosen?.entityRef) onChange(service);
  };
  return (
    <Combobox
      label={t('reviewers.service')}
      validationBehavior="aria"
      validate={() => error && describeError(error)}
      options={items.map(({ entityRef, title }) => ({
        id: entityRef,
        label: title,
      }))}
      search={{ mode: 'server', inputValue: typed, onInputChange: setTyped }}
      loading={{ state: loading ? 'loading' : 'idle' }}
      value={chosen?.entityRef ?? null}
      // Who leaves the field with something else in it keeps what was chosen.
      onChange={key =>
        choose(items.find(({ entityRef }) => entityRef === key) ?? chosen)
      }
      onBlur={() => choose(chosen)}
    />
  );
}
