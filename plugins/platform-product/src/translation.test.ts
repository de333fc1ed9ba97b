import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  feedbackStatuses,
  feedbackVisibilities,
  guideQuestions,
  leftOutReasons,
  ratedFeatures,
  researchKinds,
  reviewRequestStatuses,
  rollUpGroups,
  rosterRoles,
  rosterStatuses,
} from '@platform-product/backstage-plugin-common/rules';
import { contributingMessages } from './contributing/contributingMessages';
import { maturityMessages } from './maturity/maturityMessages';
import { portfolioMessages } from './portfolio/portfolioMessages';
import { reviewersMessages } from './reviewers/reviewersMessages';
import { satisfactionMessages } from './satisfaction/satisfactionMessages';
import { sharedMessages } from './shared/sharedMessages';
import { updatesMessages } from './updates/updatesMessages';

interface Messages {
  readonly [name: string]: string | Messages;
}

function flatten(messages: Messages, path = ''): [key: string, text: string][] {
  return Object.entries(messages).flatMap(([name, value]) =>
    typeof value === 'string'
      ? [[`${path}${name}`, value] as [string, string]]
      : flatten(value, `${path}${name}.`),
  );
}

const texts = new Map(
  [
    contributingMessages,
    maturityMessages,
    portfolioMessages,
    reviewersMessages,
    satisfactionMessages,
    sharedMessages,
    updatesMessages,
  ].flatMap(messages => flatten(messages)),
);

function sourcesIn(folder: string): string[] {
  return readdirSync(folder).flatMap(name => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) {
      return name === '__testUtils__' ? [] : sourcesIn(path);
    }
    return /^\w+\.tsx?$/.test(name) && !name.endsWith('Messages.ts')
      ? [readFileSync(path, 'utf8')]
      : [];
  });
}

const code = sourcesIn(__dirname).join('\n');

/** What may stand for the star in keys that are put together. */
const families: Record<string, readonly string[]> = {
  'criteria.states.*': [
    'met',
    'atRisk',
    'waived',
    'notApplicable',
    'fail',
    'unknown',
  ],
  'feedback.status.*': feedbackStatuses,
  'feedback.visibilities.*': feedbackVisibilities,
  'finder.leftOutReasons.*': leftOutReasons,
  'finder.reasons.*': ['reviewed', 'authored'],
  'finder.roles.*': rosterRoles,
  'guide.questions.*': guideQuestions,
  'rating.features.*.highest': ratedFeatures,
  'rating.features.*.lowest': ratedFeatures,
  'rating.features.*.name': ratedFeatures,
  'rating.features.*.question': ratedFeatures,
  'research.kinds.*': researchKinds,
  'reviews.*': ['accept', 'decline', 'complete', 'withdraw'],
  'reviews.outcomes.*': ['pending', 'accepted', 'declined', 'unanswered'],
  'reviews.status.*': reviewRequestStatuses,
  'roster.*': ['accept', 'approve'],
  'roster.*Intro': ['accept', 'approve'],
  'roster.*Title': ['accept', 'approve'],
  'roster.status.*': rosterStatuses,
  'satisfaction.columns.*': rollUpGroups,
  'satisfaction.groups.*': rollUpGroups,
};

const pluralOf = (key: string) => /^(.*)_(one|other)$/.exec(key);
const baseOf = (key: string) => pluralOf(key)?.[1] ?? key;

const placesIn = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name);

describe('the texts', () => {
  it('are put together in no other way than is known here', () => {
    const found = [...code.matchAll(/\bt\(\s*`([^`]+)`/g)].map(([, key]) =>
      key.replace(/\$\{[^}]+\}/g, '*'),
    );
    expect([...new Set(found)].sort()).toEqual(Object.keys(families).sort());
  });

  it('are all shown somewhere', () => {
    const used = new Set([
      ...[...code.matchAll(/'([\w-]+(?:\.[\w-]+)+)'/g)].map(([, key]) => key),
      ...Object.entries(families).flatMap(([key, names]) =>
        names.map(name => key.replace('*', name)),
      ),
    ]);
    const dead = [...texts.keys()].filter(key => !used.has(baseOf(key)));
    expect(dead).toEqual([]);
    // And whatever is put together is there.
    const keys = new Set([...texts.keys()].map(baseOf));
    const missing = Object.entries(families).flatMap(([key, names]) =>
      names
        .map(name => key.replace('*', name))
        .filter(whole => !keys.has(whole)),
    );
    expect(missing).toEqual([]);
  });

  it('come in pairs where they count, with the count', () => {
    const bad = [...texts].filter(([key, text]) => {
      const [, base] = pluralOf(key) ?? [];
      const counts = placesIn(text).includes('count');
      if (!base) return counts;
      return (
        texts.has(base) ||
        !texts.has(`${base}_one`) ||
        !placesIn(texts.get(`${base}_other`) ?? '').includes('count')
      );
    });
    expect(bad).toEqual([]);
  });

  it('leave nothing open', () => {
    const bad = [...texts].filter(([, text]) => {
      const filledIn = text.replace(/\{\{\w+\}\}/g, 'x');
      return (
        !text ||
        text !== text.trim() ||
        /[{}<>]|\s\s|\bundefined\b|\bN\/A\b/.test(filledIn)
      );
    });
    expect(bad).toEqual([]);
  });
});
