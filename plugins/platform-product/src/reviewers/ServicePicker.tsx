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
  const items = value?.items ?? [];
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
      onChange={key =>
        onChange(items.find(({ entityRef }) => entityRef === key))
      }
    />
  );
}
