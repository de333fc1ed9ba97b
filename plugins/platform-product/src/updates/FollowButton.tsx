import { useId } from 'react';
import { FollowKind } from '@platform-product/backstage-plugin-common';
import { followKinds } from '@platform-product/backstage-plugin-common/rules';
import { Button, Skeleton, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import FollowIcon from '@material-ui/icons/NotificationsNone';
import FollowingIcon from '@material-ui/icons/NotificationsActive';
import { describeError, isOutage } from '../shared/describeError';
import { SeveralField } from '../shared/SeveralField';
import { useReportOutage } from '../shared/OutageBoundary';
import { useTexts } from '../shared/useTexts';
import { useFollow } from './useFollow';

const useStyles = makeStyles(theme => ({
  button: { margin: theme.spacing(0.5, 0) },
  hint: { display: 'block', lineHeight: 1.4 },
}));

/** How many follow a service, and the reader's own say in it. */
export function FollowButton(props: {
  readonly entityRef: string;
  /** Whether the reader may begin to follow; to stop, nobody has to ask. */
  readonly canFollow: boolean;
  readonly onChanged: () => void;
}) {
  const { entityRef, canFollow, onChanged } = props;
  const classes = useStyles();
  const t = useTexts();
  const hintId = useId();
  const { follow, error, loading, reload, isSaving, toggle, choose } =
    useFollow(entityRef, onChanged);
  const isOut = !follow && error !== undefined && isOutage(error);
  const isSaid = useReportOutage(isOut, reload);
  if (isSaid) return null;
  if (!follow && error) {
    return (
      <div role="alert">
        {t('updates.follow.error')} {describeError(error)}
        <div>
          <Button
            className={classes.button}
            variant="tertiary"
            isDisabled={loading}
            onPress={reload}
          >
            {t('shared.retry')}
          </Button>
        </div>
      </div>
    );
  }
  if (!follow) return <Skeleton width="60%" />;
  const { isFollowing, followers } = follow;
  return (
    <>
      {followers
        ? t('updates.follow.followers', { count: followers })
        : t('updates.follow.nobody')}
      {(canFollow || isFollowing) && (
        <div>
          <Button
            className={classes.button}
            variant="secondary"
            isPending={isSaving}
            aria-pressed={isFollowing}
            aria-describedby={hintId}
            iconStart={
              isFollowing ? (
                <FollowingIcon fontSize="inherit" />
              ) : (
                <FollowIcon fontSize="inherit" />
              )
            }
            onPress={toggle}
          >
            {isFollowing
              ? t('updates.follow.following')
              : t('updates.follow.follow')}
          </Button>
          <Text
            variant="body-small"
            color="secondary"
            className={classes.hint}
            id={hintId}
          >
            {t('updates.follow.hint')}
          </Text>
          {isFollowing && (
            <SeveralField
              label={t('updates.follow.hearOf')}
              options={followKinds}
              value={followKinds.filter(kind => !follow.muted.includes(kind))}
              placeholder={t('updates.follow.nothing')}
              describe={kind => t(`updates.follow.kinds.${kind as FollowKind}`)}
              onChange={heard =>
                choose(followKinds.filter(kind => !heard.includes(kind)))
              }
            />
          )}
        </div>
      )}
    </>
  );
}
