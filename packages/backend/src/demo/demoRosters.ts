import {
  Availability,
  RosterTerms,
} from '@platform-product/backstage-plugin-common';
import { defaultAvailability } from '@platform-product/backstage-plugin-common/rules';
import {
  AvailabilityRecord,
  RosterRecords,
} from '@platform-product/backstage-plugin-node';

const millisecondsPerDay = 24 * 60 * 60 * 1000;

type Entry = readonly [
  name: string,
  role: RosterTerms['role'],
  paths?: readonly string[],
];

const rosters: Readonly<Record<string, readonly Entry[]>> = {
  deployment: [
    ['jon-berg', 'approver'],
    ['marek-nowak', 'reviewer', ['/charts/']],
    ['oscar-lind', 'approver', ['/pipelines/']],
    ['noor-haddad', 'reviewer', ['/charts/', '/docs/']],
    ['ana-ruiz', 'reviewer'],
  ],
  'log-aggregation': [
    ['emma-novak', 'approver'],
    ['yuki-tanaka', 'reviewer', ['/parsers/']],
    ['tariq-aziz', 'approver', ['/pipeline/']],
    ['ben-fischer', 'shadow', ['/parsers/']],
  ],
  monitoring: [
    ['elif-aydin', 'approver'],
    ['kwame-mensah', 'approver', ['/exporters/']],
    ['hana-sato', 'reviewer'],
    ['chloe-dubois', 'reviewer', ['/dashboards/', '/rules/']],
    ['ravi-patel', 'reviewer', ['/dashboards/', '/exporters/']],
  ],
};

/** When people work, where it is not in Berlin from nine to five. */
const availability: Readonly<Record<string, Partial<Availability>>> = {
  'jon-berg': { timeZone: 'Europe/Oslo' },
  'ana-ruiz': { timeZone: 'America/Mexico_City', onRotation: false },
  'marek-nowak': { timeZone: 'Europe/Warsaw', from: '07:00', until: '15:00' },
  'oscar-lind': { timeZone: 'Europe/Stockholm' },
  'noor-haddad': { timeZone: 'Asia/Beirut', maxOpenReviews: 4 },
  'carl-nystrom': { timeZone: 'Europe/Stockholm' },
  'ravi-patel': { timeZone: 'Asia/Kolkata' },
  'chloe-dubois': { timeZone: 'Europe/Paris' },
  'yuki-tanaka': { timeZone: 'Asia/Tokyo' },
  'emma-novak': {},
};

/** The demo's rosters, with dates relative to a moment. */
export function createDemoRosters(now: Date): {
  rosters: RosterRecords[];
  availability: AvailabilityRecord[];
} {
  const at = (days: number) =>
    new Date(now.getTime() + days * millisecondsPerDay);
  const day = (days: number) => at(days).toISOString().slice(0, 10);
  return {
    rosters: Object.entries(rosters).map(([name, entries]) => ({
      entityRef: `component:default/${name}`,
      reviewers: entries.map(([person, role, paths = []], index) => ({
        userRef: `user:default/${person}`,
        terms: { role, paths: [...paths] },
        agreedAt: at(-200 + 20 * index),
      })),
    })),
    availability: Object.entries(availability).map(([name, own]) => ({
      userRef: `user:default/${name}`,
      availability: {
        ...defaultAvailability,
        timeZone: 'Europe/Berlin',
        away: name === 'jon-berg' ? [{ from: day(-2), until: day(4) }] : [],
        ...own,
      },
    })),
  };
}
