import { ReactNode } from 'react';
import { Skeleton } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { LoadError } from './LoadError';
import { Loading } from './Loading';
import { LoadResult } from './useLoaded';

const useStyles = makeStyles({
  layout: { display: 'grid', gap: 'var(--bui-space-4)', minWidth: 0 },
});

/**
 * Shows what was loaded, also while it loads again. Before, it keeps the room
 * for it; where loading fails, it says so, also while it is tried again, above what
 * was loaded before.
 */
export function Loaded<T>(props: {
  readonly result: LoadResult<T>;
  readonly errorTitle: string;
  /** Of what will be there, in pixels. */
  readonly height: number;
  readonly children: (value: T) => ReactNode;
}) {
  const classes = useStyles();
  const { value, error, loading, reload } = props.result;
  const failure = error && (
    <LoadError title={props.errorTitle} error={error} onRetry={reload} />
  );
  if (value !== undefined) {
    return (
      <>
        {failure}
        {props.children(value)}
      </>
    );
  }
  return (
    <div className={classes.layout}>
      {failure}
      {loading && (
        <Loading>
          <Skeleton width="100%" height={props.height} />
        </Loading>
      )}
    </div>
  );
}
