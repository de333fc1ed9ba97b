import { mockServices } from '@backstage/backend-test-utils';
import { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { Notifier } from './Notifier';

const notice = {
  title: 'Log search: “Slow” is planned',
  description: 'In May',
  link: '/catalog/default/component/logs/satisfaction',
  scope: 'feedback:7',
};

function start() {
  const send = jest.fn(async (_: NotificationSendOptions) => {});
  const logger = mockServices.logger.mock();
  const notifier = new Notifier({
    notifications: { send },
    topic: 'Feedback',
    logger,
  });
  return { send, logger, notifier };
}

describe('Notifier', () => {
  it.each([
    ['user:default/ada', ['user:default/ada']],
    [
      ['user:default/ada', 'group:default/team'],
      ['user:default/ada', 'group:default/team'],
    ],
  ])('tells %j, and them alone, under its topic', async (to, entityRef) => {
    const { send, logger, notifier } = start();
    expect(await notifier.tell({ to, ...notice })).toBe(true);
    expect(send.mock.calls).toEqual([
      [
        {
          recipients: { type: 'entity', entityRef },
          payload: { ...notice, topic: 'Feedback' },
        },
      ],
    ]);
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('says that it could not, and logs why, without what was to be told', async () => {
    const { send, logger, notifier } = start();
    send.mockRejectedValueOnce(new Error('Mail is down'));
    const told = await notifier.tell({ to: 'user:default/ada', ...notice });
    expect(told).toBe(false);
    expect(logger.warn.mock.calls).toEqual([
      [
        'A notification could not be sent',
        { scope: 'feedback:7', error: 'Error: Mail is down' },
      ],
    ]);
  });
});
