import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { PortfolioItem } from '@platform-product/backstage-plugin-common';
import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import useDebounce from 'react-use/esm/useDebounce';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { describeError } from '../shared/describeError';
import { useLoaded } from '../shared/useLoaded';
import { useTexts } from '../shared/useTexts';

const typingPause = 250;

/** Asks for one of the platforms, by its name. */
export function ServicePicker(props: {
  readonly value: PortfolioItem | undefined;
  readonly onChange: (service: PortfolioItem | undefined) => void;
}) {
  const t = useTexts();
  const api = useApi(platformProductApiRef);
  const [typed, setTyped] = useState('');
  const [text, setText] = useState('');
  useDebounce(() => setText(typed.trim()), typingPause, [typed]);
  const { value, loading, error } = useLoaded(
    () =>
      api.call('listPortfolio', {
        params: {},
        query: { text: text || undefined, limit: 20 },
      }),
    [api, text],
  );
  return (
    <Autocomplete
      id="platform-product-service"
      options={[...(value?.items ?? [])]}
      value={props.value ?? null}
      loading={loading}
      getOptionLabel={({ title }) => title}
      getOptionSelected={(option, chosen) =>
        option.entityRef === chosen.entityRef
      }
      filterOptions={options => options}
      onInputChange={(_, input, reason) =>
        setTyped(reason === 'input' ? input : '')
      }
      onChange={(_, service) => props.onChange(service ?? undefined)}
      renderInput={params => (
        <TextField
          {...params}
          label={t('reviewers.service')}
          error={Boolean(error)}
          helperText={error && describeError(error)}
          variant="outlined"
          size="small"
        />
      )}
    />
  );
}
