import {
  createContext,
  ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Button } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { Message } from './Message';
import { useTexts } from './useTexts';

type Retry = () => void;

/** Takes in how to try again what could not be reached; gives how to take it out. */
type ReportOutage = (retry: { readonly current: Retry }) => () => void;

const useStyles = makeStyles(theme => ({
  message: { marginBottom: theme.spacing(3) },
}));

const OutageContext = createContext<ReportOutage | undefined>(undefined);

/**
 * Says once, for all parts of a page, that the backend can't be reached, and tries
 * all of them again together.
 */
export function OutageBoundary({ children }: { readonly children: ReactNode }) {
  const classes = useStyles();
  const t = useTexts();
  const [retries, setRetries] = useState<
    ReadonlyArray<{ readonly current: Retry }>
  >([]);
  const report = useMemo<ReportOutage>(
    () => retry => {
      setRetries(others => [...others, retry]);
      return () => setRetries(others => others.filter(one => one !== retry));
    },
    [],
  );
  return (
    <OutageContext.Provider value={report}>
      {retries.length > 0 && (
        <Message
          className={classes.message}
          status="danger"
          title={t('shared.outage')}
          action={
            <Button
              variant="secondary"
              onPress={() => retries.forEach(retry => retry.current())}
            >
              {t('shared.retry')}
            </Button>
          }
        >
          {t('shared.outageHint')}
        </Message>
      )}
      {children}
    </OutageContext.Provider>
  );
}

/** Leaves an outage to the page, if there is one that says so; whether it does. */
export function useReportOutage(isOut: boolean, onRetry: Retry): boolean {
  const report = useContext(OutageContext);
  const retry = useRef(onRetry);
  retry.current = onRetry;
  useEffect(() => (isOut ? report?.(retry) : undefined), [isOut, report]);
  return isOut && report !== undefined;
}
