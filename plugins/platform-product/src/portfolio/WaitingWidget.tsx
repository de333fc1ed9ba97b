import { Loaded } from '../shared/Loaded';
import { useTexts } from '../shared/useTexts';
import { useHome } from './useHome';
import { WaitingList } from './WaitingList';

/** What waits for the reader, for a home page. */
export function WaitingWidget() {
  const t = useTexts();
  const home = useHome();
  return (
    <Loaded result={home} errorTitle={t('portfolio.home.error')} height={160}>
      {value => <WaitingList home={value} onChanged={home.reload} />}
    </Loaded>
  );
}
