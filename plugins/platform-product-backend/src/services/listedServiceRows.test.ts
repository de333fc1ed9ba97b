import { ListedService } from './ServiceListStore';
import { toListedServiceRow } from './listedServiceRows';

const service: ListedService = {
  entityRef: 'component:default/logs',
  title: 'Logs',
  kind: 'component',
  asOf: new Date('2026-11-23T10:30:00.456Z'),
};

describe('rows of listed services', () => {
  it.each([
    ['LOGS & Zoë', 'LOGS & Zoë', 'logs & zoë'],
    ['two\nlines\u0000\u007f', 'two lines  ', 'two lines  '],
    ['L'.repeat(255), 'L'.repeat(255), 'l'.repeat(255)],
    ['L'.repeat(260), `${'L'.repeat(254)}…`, `${'l'.repeat(254)}…`],
    ['🧨'.repeat(260), `${'🧨'.repeat(254)}…`, `${'🧨'.repeat(254)}…`],
    // In lower case this is two characters.
    ['İ'.repeat(255), 'İ'.repeat(255), `${'i̇'.repeat(127)}…`],
    // Half a character is none.
    ['Logs \ud83d', 'Logs  ', 'logs  '],
  ])('are sorted by the title in lower case: %#', (title, shown, sorted) => {
    const row = toListedServiceRow({ ...service, title });
    expect([row.title, row.sort_title]).toEqual([shown, sorted]);
  });
});
