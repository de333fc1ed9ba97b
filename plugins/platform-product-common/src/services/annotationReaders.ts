import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { readBusinessHours } from '../time/businessHours';
import { isWebLink } from './isWebLink';

/**
 * What the suite's annotations say, once they are read.
 *
 * @public
 */
export interface AnnotationValues {
  /** The declared level. */
  readonly level: number;
  /** Full ref of a User. */
  readonly productManager: string;
  /** A link. */
  readonly vision: string;
  /** A link. */
  readonly roadmap: string;
  /** A link. */
  readonly sla: string;
  /** A link. */
  readonly support: string;
  /** A path from the root of the repository, or a link. */
  readonly contributing: string;
  /** A path from the root of the repository, or a link. */
  readonly codeowners: string;
  /** Full refs of Users. */
  readonly reviewers: readonly string[];
  /** The duration as it stands there, and its business hours. */
  readonly reviewTarget: { readonly duration: string; readonly hours: number };
  /** A share in percent. */
  readonly ktloTarget: number;
  /** Whether the entity is a service. */
  readonly service: boolean;
}

/**
 * The annotations that the suite reads, as `annotations` calls them.
 *
 * @public
 */
export type AnnotationName = keyof AnnotationValues;

/** The one way to read an annotation. */
interface AnnotationReader<Value> {
  /** What a text says; undefined where it is malformed. */
  readonly read: (text: string) => Value | undefined;
  /** Of a list, whether all of it can be used. */
  readonly isWhole?: (text: string) => boolean;
  /** In words. */
  readonly expected: string;
}

function readUserRef(text: string): string | undefined {
  try {
    const ref = parseEntityRef(text.trim(), { defaultKind: 'user' });
    return ref.kind.toLocaleLowerCase('en-US') === 'user'
      ? stringifyEntityRef(ref)
      : undefined;
  } catch {
    return undefined;
  }
}

const wordsOf = (text: string) => text.split(/[\s,]+/).filter(Boolean);

/** A scheme is the same in capitals, which not everybody minds. */
function readLink(text: string): string | undefined {
  const value = text.trim();
  return isWebLink(value)
    ? value.replace(/^https?/i, scheme => scheme.toLocaleLowerCase('en-US'))
    : undefined;
}

/** A link, or a path that stays within the repository. */
function readPlace(text: string): string | undefined {
  const value = text.trim();
  if (!value || /^[a-z][a-z0-9+.-]*:/i.test(value)) return readLink(value);
  return value.split(/[\\/]/).includes('..') ? undefined : value;
}

function readOwnersFile(text: string): string | undefined {
  const place = readPlace(text);
  if (!place) return undefined;
  const path = isWebLink(place) ? new URL(place).pathname : place;
  return /(?:^|\/)(?:CODEOWNERS|OWNERS)$/.test(path) ? place : undefined;
}

function readTarget(
  text: string,
): AnnotationValues['reviewTarget'] | undefined {
  const hours = readBusinessHours(text);
  return hours ? { duration: text.trim(), hours } : undefined;
}

function readPercentage(text: string): number | undefined {
  if (!/^\d{1,3}(\.\d+)?\s*%?$/.test(text.trim())) return undefined;
  const share = Number.parseFloat(text);
  return share <= 100 ? share : undefined;
}

const link: AnnotationReader<string> = {
  read: readLink,
  expected: 'an absolute http(s) link',
};

/**
 * One reader for each annotation. Whoever uses a value and whoever tells that
 * it is malformed ask the same one.
 */
export const annotationReaders: {
  readonly [Name in AnnotationName]: AnnotationReader<AnnotationValues[Name]>;
} = {
  level: {
    read: text => (/^\d$/.test(text.trim()) ? Number(text) : undefined),
    expected: 'the number of a level, such as 2',
  },
  productManager: {
    read: readUserRef,
    expected: 'a reference to a User, such as user:default/maya-lund',
  },
  vision: link,
  roadmap: link,
  sla: link,
  support: link,
  contributing: {
    read: readPlace,
    expected:
      'a path within the repository, such as docs/CONTRIBUTING.md, or an absolute http(s) link',
  },
  codeowners: {
    read: readOwnersFile,
    expected:
      'a path within the repository, or an absolute http(s) link, to a file called CODEOWNERS or OWNERS',
  },
  reviewers: {
    read: text => {
      const refs = wordsOf(text).flatMap(word => readUserRef(word) ?? []);
      return refs.length ? refs : undefined;
    },
    isWhole: text => wordsOf(text).every(word => readUserRef(word)),
    expected:
      'references to Users with commas between them, such as user:default/maya-lund',
  },
  reviewTarget: {
    read: readTarget,
    expected: 'business hours as an ISO 8601 duration, such as PT8H or P2D',
  },
  ktloTarget: {
    read: readPercentage,
    expected: 'a percentage from 0 to 100, such as 30',
  },
  service: {
    // As the catalog compares it, which minds blanks and no capitals.
    read: text =>
      /^(true|false)$/i.test(text)
        ? text.toLocaleLowerCase('en-US') === 'true'
        : undefined,
    expected: "'true' or 'false'",
  },
};
