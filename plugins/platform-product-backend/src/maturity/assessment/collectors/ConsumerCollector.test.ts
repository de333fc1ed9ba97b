import { serviceEntity } from '../../../__testUtils__/entities';
import { ConsumerCollector } from './ConsumerCollector';

it('tells how many consumers a service is known to have', async () => {
  const consumers = new Map([
    ['component:default/one', ['component:default/shop']],
    ['component:default/two', ['component:default/shop', 'api:default/cart']],
    ['component:default/none', []],
  ]);
  const findConsumers = jest.fn(async () => consumers);
  const collector = new ConsumerCollector({
    graph: { findConsumers } as never,
  });
  const services = ['one', 'two', 'none', 'unknown'].map(name => ({
    entityRef: `component:default/${name}`,
    entity: serviceEntity(name),
  }));
  const found = await collector.collect({
    services,
    now: new Date('2026-06-01T12:00:00Z'),
    signal: new AbortController().signal,
  });
  expect(
    found.map(({ entityRef, source, result, summary }) => [
      entityRef.split('/')[1],
      source,
      result,
      summary,
    ]),
  ).toEqual([
    ['one', 'consumers', 'pass', '1 entity of the catalog uses it'],
    ['two', 'consumers', 'pass', '2 entities of the catalog use it'],
    ['none', 'consumers', 'fail', 'The catalog knows nobody who uses it'],
    ['unknown', 'consumers', 'fail', 'The catalog knows nobody who uses it'],
  ]);
  expect(collector.provides).toEqual(['consumers']);
  expect(findConsumers.mock.calls).toEqual([[services]]);
});
