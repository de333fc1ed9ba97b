import {
  evidenceSources,
  GuideAnswer,
} from '@platform-product/backstage-plugin-common';
import { guideQuestions } from '@platform-product/backstage-plugin-common/rules';
import {
  CollectedEvidence,
  CollectOptions,
  EvidenceCollector,
} from '@platform-product/backstage-plugin-node';
import { ContributingService } from './ContributingService';

type Question = (typeof guideQuestions)[number];

const subjects: Record<Question, string> = {
  contributionTypes: 'what is welcome',
  buildAndTest: 'how to build and test',
  responseTime: 'how soon a review comes',
  becomeReviewer: 'how one becomes a reviewer',
};

const asked: ReadonlyArray<{
  source: string;
  questions: readonly Question[];
}> = [
  {
    source: evidenceSources.guideCoverage,
    questions: ['contributionTypes', 'buildAndTest', 'responseTime'],
  },
  {
    source: evidenceSources.guideReviewerPath,
    questions: ['becomeReviewer'],
  },
];

function judge(
  coverage: readonly GuideAnswer[],
  questions: readonly Question[],
) {
  const missing = questions.filter(
    question =>
      !coverage.some(answer => answer.question === question && answer.covered),
  );
  const list = (missing.length ? missing : questions)
    .map(question => subjects[question])
    .join(', ');
  return missing.length
    ? { result: 'fail' as const, summary: `The guide does not say ${list}` }
    : { result: 'pass' as const, summary: `The guide says ${list}` };
}

/** Tells what the contribution guides of services say, refreshing old ones. */
export class GuideCollector implements EvidenceCollector {
  readonly id = 'contributing';
  readonly provides = asked.map(({ source }) => source);
  readonly #contributing: ContributingService;

  constructor(options: { contributing: ContributingService }) {
    this.#contributing = options.contributing;
  }

  async collect(options: CollectOptions): Promise<CollectedEvidence[]> {
    const { services, signal } = options;
    const guides = await this.#contributing.findGuides(
      services.map(({ entity }) => entity),
      signal,
    );
    return services.flatMap(({ entityRef }, index) => {
      const { file, url, isMissing } = guides[index];
      const base = { entityRef, link: url };
      if (file?.content !== undefined) {
        const { coverage } = this.#contributing.readGuide(file.content);
        return asked.map(({ source, questions }) => ({
          ...base,
          source,
          ...judge(coverage, questions),
        }));
      }
      // What could not be read is not known to be missing.
      if (!isMissing) return [];
      return asked.map(({ source }) => ({
        ...base,
        source,
        result: 'fail' as const,
        summary: 'There is no contribution guide',
      }));
    });
  }
}
