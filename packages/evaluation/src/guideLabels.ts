import { createHash } from 'crypto';
import { existsSync, readFileSync } from 'fs';
import { join } from 'path';
import { GuideQuestion } from '@platform-product/backstage-plugin-common';

type ByQuestion<T> = Readonly<Partial<Record<GuideQuestion, T>>>;

/** What a person found in a guide. */
export type GuideLabel = Readonly<Record<GuideQuestion, boolean>> & {
  /** Questions on which people may differ; they are left out. */
  readonly borderline?: readonly GuideQuestion[];
  readonly quotes?: ByQuestion<string>;
  /** Lines of the file on which a sentence begins that answers, from 1. */
  readonly lines?: ByQuestion<readonly number[]>;
  /** Owner and name, where the guide is not named after them. */
  readonly repository?: string;
};

export interface LabelledGuide {
  readonly name: string;
  readonly label: GuideLabel;
  readonly text: string;
}

/** Whether the rules were written without a look at how they do on the guide. */
export type GuidePart = 'open' | 'held-back';

/**
 * Says by its name alone which part a guide belongs to: about a third is held back
 * until the rules are done.
 */
export function partOf(repository: string): GuidePart {
  const hash = createHash('sha256').update(repository).digest('hex');
  return parseInt(hash.slice(0, 8), 16) % 3 === 0 ? 'held-back' : 'open';
}

/**
 * Reads labels and the guides that they are for. Guides that are not there are left
 * out, since those of other projects are labelled here, but not kept here.
 */
export function readLabelledGuides(options: {
  readonly folder: string;
  /** `labels.json` in the folder, unless they are elsewhere. */
  readonly labels?: string;
  readonly part?: GuidePart;
}): LabelledGuide[] {
  const { folder, part } = options;
  const all: Record<string, GuideLabel> = JSON.parse(
    readFileSync(options.labels ?? join(folder, 'labels.json'), 'utf8'),
  );
  return Object.entries(all).flatMap(([name, label]) => {
    const file = join(folder, `${name}.md`);
    const isWanted =
      !part || partOf(label.repository ?? name.replace('__', '/')) === part;
    return isWanted && existsSync(file)
      ? [{ name, label, text: readFileSync(file, 'utf8') }]
      : [];
  });
}
