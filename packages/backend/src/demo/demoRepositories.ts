import { DemoRepository } from './demoChanges';

const everyday = [
  'Raise a limit that was hit last week',
  'Fix a typo',
  'Say what happens on a timeout',
  'Add an option for small services',
  'Drop what nobody uses',
  'Follow the new naming',
  'Cover a case that was missed',
];

/** Repositories of the demo's forge, each with what goes on in it. */
export const demoRepositories: readonly DemoRepository[] = [
  {
    name: 'deployment',
    changes: 420,
    days: 540,
    files: {
      charts: ['values.yaml', 'service.yaml', 'ingress.yaml', 'hpa.yaml'],
      pipelines: ['build.yaml', 'release.yaml', 'rollback.yaml'],
      'pipelines/steps': ['scan.ts', 'sign.ts', 'notify.ts', 'canary.ts'],
      docs: ['getting-started.md', 'rollback.md', 'canary.md'],
    },
    authors: [
      ['jon-berg', 5],
      ['ana-ruiz', 5],
      ['marek-nowak', 4],
      ['oscar-lind', 4],
      ['carl-nystrom', 2],
      ['noor-haddad', 2],
      ['tom-becker', 2],
      ['samir-haddad', 1],
      ['yuki-tanaka', 1],
    ],
    reviewers: {
      charts: [
        ['noor-haddad', 4],
        ['marek-nowak', 3],
        ['jon-berg', 2],
      ],
      pipelines: [
        ['oscar-lind', 4],
        ['jon-berg', 3],
        ['ana-ruiz', 2],
      ],
      'pipelines/steps': [
        ['oscar-lind', 3],
        ['ana-ruiz', 3],
        ['marek-nowak', 1],
      ],
      docs: [
        ['zoe-martin', 3],
        ['jon-berg', 2],
      ],
    },
    titles: everyday,
    waitHours: 6,
    waiting: 3,
  },
  {
    name: 'log-aggregation',
    changes: 260,
    days: 420,
    files: {
      parsers: ['nginx.rs', 'json.rs', 'syslog.rs', 'multiline.rs'],
      pipeline: ['buffer.rs', 'route.rs', 'sample.rs'],
      dashboards: ['overview.json', 'cost.json'],
      docs: ['query.md', 'retention.md'],
    },
    authors: [
      ['emma-novak', 5],
      ['yuki-tanaka', 4],
      ['tariq-aziz', 4],
      ['pavel-dvorak', 3],
      ['carl-nystrom', 1],
      ['finn-larsen', 2],
      ['ben-fischer', 2],
    ],
    reviewers: {
      parsers: [
        ['emma-novak', 4],
        ['yuki-tanaka', 4],
        ['ben-fischer', 1],
      ],
      pipeline: [
        ['tariq-aziz', 4],
        ['emma-novak', 3],
      ],
      dashboards: [
        ['pavel-dvorak', 3],
        ['finn-larsen', 2],
      ],
      docs: [
        ['maya-lund', 3],
        ['pavel-dvorak', 2],
      ],
    },
    titles: everyday,
    waitHours: 9,
    waiting: 2,
  },
  {
    name: 'monitoring',
    changes: 380,
    days: 600,
    files: {
      dashboards: ['golden-signals.json', 'checkout.json', 'capacity.json'],
      exporters: ['queue.go', 'payments.go', 'jvm.go'],
      rules: ['slo.yaml', 'paging.yaml', 'recording.yaml'],
      docs: ['alerts.md', 'slo.md'],
    },
    authors: [
      ['elif-aydin', 4],
      ['jonas-weber', 4],
      ['kwame-mensah', 4],
      ['hana-sato', 3],
      ['chloe-dubois', 3],
      ['ravi-patel', 3],
      ['nina-petrova', 2],
      ['olga-ivanova', 1],
    ],
    reviewers: {
      dashboards: [
        ['chloe-dubois', 4],
        ['ravi-patel', 3],
        ['jonas-weber', 2],
      ],
      exporters: [
        ['kwame-mensah', 4],
        ['ravi-patel', 2],
        ['hana-sato', 2],
      ],
      rules: [
        ['elif-aydin', 3],
        ['hana-sato', 3],
        ['chloe-dubois', 1],
      ],
      docs: [
        ['jonas-weber', 2],
        ['hana-sato', 2],
      ],
    },
    titles: everyday,
    waitHours: 4,
    waiting: 1,
  },
];

/** A repository that is read through Git itself, by the trailers in it. */
export const demoGitRepository: DemoRepository = {
  name: 'dev-environment',
  changes: 120,
  days: 300,
  files: {
    templates: ['node.yaml', 'jvm.yaml', 'python.yaml'],
    workspaces: ['start.sh', 'cache.sh', 'proxy.sh'],
    docs: ['first-day.md', 'remote.md'],
  },
  authors: [
    ['priya-raman', 4],
    ['luca-moretti', 4],
    ['diego-santos', 3],
    ['freja-holm', 1],
    ['lars-eriksen', 1],
    ['kate-murphy', 1],
  ],
  reviewers: {
    templates: [
      ['diego-santos', 4],
      ['luca-moretti', 2],
    ],
    workspaces: [
      ['luca-moretti', 3],
      ['priya-raman', 3],
    ],
    docs: [
      ['freja-holm', 2],
      ['priya-raman', 2],
    ],
  },
  titles: everyday,
  waitHours: 10,
  waiting: 0,
};
