import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  certainties,
  dataEffects,
  eventKinds,
  feedbackStatuses,
  feedbackVisibilities,
  followKinds,
  guideQuestions,
  leftOutReasons,
  noticeAnswers,
  noticeImpacts,
  noticeKinds,
  noticeStatuses,
  postAudiences,
  plannedStages,
  ratedFeatures,
  recoveries,
  researchKinds,
  reviewRequestStatuses,
  roadmapStages,
  rollUpGroups,
  rosterRoles,
  rosterStatuses,
  waiverStatuses,
} from '@platform-product/backstage-plugin-common/rules';
import { contributingTexts } from './contributing/contributingTexts';
import { maturityTexts } from './maturity/maturityTexts';
import { portfolioTexts } from './portfolio/portfolioTexts';
import { reviewersTexts } from './reviewers/reviewersTexts';
import { satisfactionTexts } from './satisfaction/satisfactionTexts';
import { sharedTexts } from './shared/sharedTexts';
import { endings, repeatRules } from './updates/eventForm';
import { updatesTexts } from './updates/updatesTexts';

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
    contributingTexts,
    maturityTexts,
    portfolioTexts,
    reviewersTexts,
    satisfactionTexts,
    sharedTexts,
    updatesTexts,
  ].flatMap(messages => flatten(messages)),
);

function sourcesIn(folder: string): string[] {
  return readdirSync(folder).flatMap(name => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) {
      return name === '__testUtils__' ? [] : sourcesIn(path);
    }
    return /^\w+\.tsx?$/.test(name) && !/^[a-z]+Texts\.ts$/.test(name)
      ? [readFileSync(path, 'utf8')]
      : [];
  });
}

const code = sourcesIn(__dirname).join('\n');

/** What may stand for the star in keys that are put together. */
const families: Record<string, readonly string[]> = {
  'maturity.criteria.states.*': [
    'met',
    'attested',
    'atRisk',
    'waived',
    'notApplicable',
    'fail',
    'unknown',
  ],
  'maturity.waivers.statuses.*': waiverStatuses,
  'maturity.waiting.*': ['waiver', 'waiver-ends', 'approved', 'denied'],
  'reviewers.waiting.*': ['offer', 'invitation'],
  'maturity.level.*': ['withoutWaivers', 'measured', 'declared'],
  'reviewers.availability.problems.*': [
    'from',
    'maxOpenReviews',
    'until',
    'workingDays',
  ],
  'satisfaction.feedback.status.*': feedbackStatuses,
  'satisfaction.feedback.visibilities.*': feedbackVisibilities,
  'reviewers.finder.leftOutReasons.*': leftOutReasons,
  'reviewers.finder.reasons.*': ['reviewed', 'authored'],
  'reviewers.finder.roles.*': rosterRoles,
  'reviewers.finder.unreadBecause.*': [
    'shortened',
    'relative',
    'encoding',
    'unknown',
  ],
  'contributing.guide.questions.*': guideQuestions,
  'satisfaction.rating.features.*.highest': ratedFeatures,
  'satisfaction.rating.features.*.lowest': ratedFeatures,
  'satisfaction.rating.features.*.name': ratedFeatures,
  'satisfaction.rating.features.*.question': ratedFeatures,
  'satisfaction.research.kinds.*': researchKinds,
  'reviewers.reviews.*': ['accept', 'decline', 'complete', 'withdraw'],
  'reviewers.reviews.outcomes.*': [
    'pending',
    'accepted',
    'declined',
    'unanswered',
  ],
  'reviewers.reviews.status.*': reviewRequestStatuses,
  'reviewers.roster.*': ['accept', 'approve'],
  'reviewers.roster.*Intro': ['accept', 'approve'],
  'reviewers.roster.*Title': ['accept', 'approve'],
  'reviewers.roster.status.*': rosterStatuses,
  'updates.certainties.*': certainties,
  'updates.events.change.states.*': ['cancelled', 'moved', 'planned'],
  'updates.events.form.endings.*': endings,
  'updates.events.form.rules.*': repeatRules,
  'updates.events.kinds.*': eventKinds,
  'updates.effects.*': dataEffects,
  'updates.follow.kinds.*': followKinds,
  'updates.impacts.*': noticeImpacts,
  'updates.kinds.*': noticeKinds,
  'updates.posts.*': ['edit', 'remove', 'empty', 'emptyTeam'],
  'updates.posts.announcements.*': ['waiting', 'published', 'failing'],
  'updates.posts.audiences.*': postAudiences,
  'updates.posts.dialog.*': [
    ...['title', 'titleChange', 'save', 'schedule', 'publish'],
    ...['saved', 'scheduled', 'published'],
  ],
  'updates.posts.forWhom.*': ['consumers', 'followers'],
  'updates.recoverable.*': recoveries,
  'updates.roadmap.menu.*': plannedStages,
  'updates.roadmap.none.*': roadmapStages,
  'updates.roadmap.stages.*': roadmapStages,
  'updates.statuses.*': noticeStatuses,
  'updates.waiting.answers.*': noticeAnswers,
  'updates.write.templates.*.title': noticeKinds,
  'updates.write.templates.*.whatToDo': noticeKinds,
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
