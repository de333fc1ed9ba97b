import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { LoadError } from './LoadError';
import { Loading } from './Loading';
import { LoadResult } from './useLoaded';

const useStyles = makeStyles(theme => ({
  layout: { display: 'grid', gap: theme.spacing(2), minWidth: 0 },
}));

/**
 * Shows what was loaded, also while it loads again. Before, it keeps the room
 * for it; where loading fails, it says so, also while it is tried again.
 */
export function Loaded<T>(props: {
  readonly result: LoadResult<T>;
  readonly errorTitle: string;
  readonly stillWorks?: string;
  /** Of what will be there, in pixels. */
  readonly height: number;
  readonly children: (value: T) => ReactNode;
}) {
  const classes = useStyles();
  const { value, error, loading, reload } = props.result;
  if (value !== undefined) return <>{props.children(value)}</>;
  return (
    <div className={classes.layout}>
      {error && (
        <LoadError
          title={props.errorTitle}
          stillWorks={props.stillWorks}
          error={error}
          onRetry={reload}
        />
      )}
      {loading && (
        <Loading>
          <Skeleton variant="rect" height={props.height} />
        </Loading>
      )}
    </div>
  );
}
