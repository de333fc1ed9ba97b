import { useHome } from '../portfolio/useHome';
import { Loaded } from '../shared/Loaded';
import { useTexts } from '../shared/useTexts';
import { WantedRatings } from './WantedRatings';

/** Ratings that are wanted of the reader, for a home page. */
export function WantedRatingsWidget() {
  const t = useTexts();
  const home = useHome();
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
