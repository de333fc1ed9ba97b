import {
  createContext,
  ReactNode,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Loading } from './Loading';

/** After that, what is there is shown beside what is still loading. */
const longestWait = 2000;

/** Takes in that something loads; gives how to say that it has. */
type Hold = () => () => void;

const HoldContext = createContext<Hold | undefined>(undefined);
const ShownContext = createContext(true);

/**
 * Shows the parts of a page together once the first of each has loaded, so that
 * none of them pushes another away from under the reader’s eyes. Until then the
 * shape of the page is there.
 */
export function RevealTogether(props: {
  /** What stands for the parts meanwhile, as large as they are. */
  readonly shape: ReactNode;
  readonly children: ReactNode;
}) {
  const holds = useRef(0);
  const [changes, setChanges] = useState(0);
  const [isShown, setShown] = useState(false);
  const hold = useMemo<Hold>(() => {
    const count = (difference: number) => {
      holds.current += difference;
      setChanges(all => all + 1);
    };
    return () => {
      count(1);
      return () => count(-1);
    };
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), longestWait);
    return () => clearTimeout(timer);
  }, []);
  // Parts that load say so before this runs; where one gives way to another, both
  // have said so.
  useEffect(() => {
    if (holds.current === 0) setShown(true);
  }, [changes]);

  return (
    <HoldContext.Provider value={hold}>
      {!isShown && <Loading>{props.shape}</Loading>}
      <ShownContext.Provider value={isShown}>
        <div hidden={!isShown}>{props.children}</div>
      </ShownContext.Provider>
    </HoldContext.Provider>
  );
}

/** Holds back the parts of the page while one of them loads for the first time. */
export function useHoldBack(isLoading: boolean) {
  const hold = useContext(HoldContext);
  useLayoutEffect(() => (isLoading ? hold?.() : undefined), [isLoading, hold]);
}

/** Whether what the caller shows can be seen, and take the focus. */
export const useIsShown = () => useContext(ShownContext);
