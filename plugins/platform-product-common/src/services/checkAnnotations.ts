import { Entity, parseEntityRef } from '@backstage/catalog-model';
import { annotations } from '../annotations';
import { readBusinessHours } from '../time/businessHours';

/**
 * An annotation whose value the suite can't use.
 *
 * @public
 */
export interface AnnotationProblem {
  /** Its name. */
  readonly annotation: string;
  /** What stands there. */
  readonly value: string;
  /** What the value should have been, in words. */
  readonly expected: string;
}

function isEntityRef(value: string, kind: string): boolean {
  try {
    const ref = parseEntityRef(value, { defaultKind: kind });
    return ref.kind.toLocaleLowerCase('en-US') === kind;
  } catch {
    return false;
  }
}

/**
 * Whether a text is an absolute http(s) URL, the only kind of link that the
 * suite stores or shows.
 *
 * @public
 */
export function isWebLink(value: string): boolean {
  try {
    // Without the slashes it would lead into the page that it stands on.
    return (
      /^\s*https?:\/\//i.test(value) &&
      ['http:', 'https:'].includes(new URL(value).protocol)
    );
  } catch {
    return false;
  }
}

const link = { isValid: isWebLink, expected: 'an absolute http(s) link' };

const expectations: Record<
  string,
  { isValid: (value: string) => boolean; expected: string }
> = {
  [annotations.level]: {
    isValid: value => /^\d$/.test(value.trim()),
    expected: 'the number of a level, such as 2',
  },
  [annotations.productManager]: {
    isValid: value => isEntityRef(value.trim(), 'user'),
    expected: 'a reference to a User, such as user:default/maya-lund',
  },
  [annotations.vision]: link,
  [annotations.roadmap]: link,
  [annotations.sla]: link,
  [annotations.support]: link,
  [annotations.reviewTarget]: {
    isValid: value => Boolean(readBusinessHours(value)),
    expected: 'business hours as an ISO 8601 duration, such as PT8H or P2D',
  },
  [annotations.ktloTarget]: {
    isValid: value =>
      /^\d{1,3}(\.\d+)?\s*%?$/.test(value.trim()) &&
      Number.parseFloat(value) <= 100,
    expected: 'a percentage from 0 to 100, such as 30',
  },
  [annotations.service]: {
    // As the catalog compares it, which minds blanks and no capitals.
    isValid: value => /^(true|false)$/i.test(value),
    expected: "'true' or 'false'",
  },
};

/**
 * Lists the suite's annotations on an entity that are malformed. A malformed
 * annotation counts as absent everywhere else.
 *
 * @public
 */
export function checkAnnotations(entity: Entity): AnnotationProblem[] {
  const present: Record<string, unknown> = entity.metadata.annotations ?? {};
  return Object.entries(expectations).flatMap(
    ([annotation, { isValid, expected }]) => {
      const value = present[annotation];
      if (value === undefined) return [];
      if (typeof value === 'string' && isValid(value)) return [];
      return [{ annotation, value: String(value), expected }];
    },
  );
}
