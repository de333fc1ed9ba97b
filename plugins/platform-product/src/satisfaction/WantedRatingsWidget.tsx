import { useApi } from '@backstage/frontend-plugin-api';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { Loaded } from '../shared/Loaded';
import { useLoaded } from '../shared/useLoaded';
import { useTexts } from '../shared/useTexts';
import { WantedRatings } from './WantedRatings';

/** Ratings that are wanted of the reader, for a home page. */
export function WantedRatingsWidget() {
  const t = useTexts();
  const api = useApi(platformProductApiRef);
  const home = useLoaded(() => api.call('getHome', { params: {} }), [api]);
  return (
    <Loaded
      result={home}
      errorTitle={t('satisfaction.wantedError')}
      height={160}
    >
      {value => <WantedRatings home={value} onChanged={home.reload} />}
    </Loaded>
  );
}
