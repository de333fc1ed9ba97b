import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { Button, DialogBody, DialogFooter, Flex, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { formatDay } from '../shared/dates';
import { Dialog } from '../shared/Dialog';
import { Loaded } from '../shared/Loaded';
import { saveFile } from '../shared/saveFile';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';
import { CalendarUrl } from './CalendarUrl';
import { useCalendarFile } from './useCalendarFile';
import { useCalendarLink } from './useCalendarLink';

const useStyles = makeStyles({
  body: { display: 'grid', gap: 'var(--bui-space-4)' },
});

/** Makes and revokes the reader's secret link, and saves the events of one service. */
export function SubscribeDialog(props: {
  readonly entity: Entity;
  readonly onClose: () => void;
}) {
  const { entity, onClose } = props;
  const classes = useStyles();
  const t = useTexts();
  const { link, url, making, revoking } = useCalendarLink();
  const getFile = useCalendarFile(stringifyEntityRef(entity));
  const download = useSubmit({
    alertsErrors: true,
    doneText: t('updates.events.subscribe.download'),
    submit: async () =>
      saveFile(await getFile(), {
        name: `${entity.metadata.name}.ics`,
        type: 'text/calendar',
      }),
  });
  return (
    <Dialog title={t('updates.events.subscribe.title')} onClose={onClose}>
      <DialogBody className={classes.body}>
        <Text as="p">{t('updates.events.subscribe.intro')}</Text>
        <Loaded
          result={link}
          errorTitle={t('updates.events.subscribe.error')}
          height={64}
        >
          {({ createdAt }) => (
            <>
              {url ? (
                <CalendarUrl url={url} />
              ) : (
                <Text as="p" color="secondary">
                  {createdAt
                    ? t('updates.events.subscribe.exists', {
                        day: formatDay(createdAt),
                      })
                    : t('updates.events.subscribe.none')}
                </Text>
              )}
              <Flex gap="2">
                {!url && (
                  <Button isPending={making.loading} onPress={making.run}>
                    {createdAt
                      ? t('updates.events.subscribe.makeNew')
                      : t('updates.events.subscribe.make')}
                  </Button>
                )}
                {createdAt && (
                  <Button
                    variant="secondary"
                    isPending={revoking.loading}
                    onPress={revoking.run}
                  >
                    {t('updates.events.subscribe.revoke')}
                  </Button>
                )}
              </Flex>
            </>
          )}
        </Loaded>
        <Text as="p" color="secondary">
          {t('updates.events.subscribe.file')}
        </Text>
      </DialogBody>
      <DialogFooter>
        <Button
          variant="secondary"
          isPending={download.loading}
          onPress={download.run}
        >
          {t('updates.events.subscribe.download')}
        </Button>
        <Button variant="secondary" onPress={onClose}>
          {t('shared.close')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
