import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  Node,
  parseDocument,
  Pair,
  visit,
} from 'yaml';
import { OwnershipFile } from './ownership';
import { ProblemLog } from './problemLog';

/** Kubernetes' own OWNERS_ALIASES has some 20 kB. */
const mostCharacters = 256 * 1024;
/** Anchors let a small file name the same people any number of times. */
const mostNames = 20_000;

export interface NamedLine {
  readonly text: string;
  readonly line: number;
}

/** Typed access to a YAML map, which reports what has another shape. */
export interface OwnersYaml {
  /** The entries of the map at a key; empty where there is none. */
  readonly maps: (key: string) => ReadonlyArray<NamedLine & { yaml: unknown }>;
  readonly list: (key: string) => readonly NamedLine[];
  readonly flag: (key: string) => boolean;
  /** The map at a key, read the same way. */
  readonly at: (key: string) => OwnersYaml;
  readonly lineOf: (key: string) => number;
  readonly within: (yaml: unknown) => OwnersYaml;
  readonly asList: (yaml: unknown, what: string) => readonly NamedLine[];
}

/**
 * Reads an OWNERS or OWNERS_ALIASES file; undefined where prow would make
 * nothing of it. As Go's JSON does, it ignores the case of keys; a scalar
 * counts as it is written, so that a login of digits remains one.
 */
export function readOwnersYaml(
  { content }: OwnershipFile,
  log: ProblemLog,
): OwnersYaml | undefined {
  if (content.length > mostCharacters) {
    log.report(1, '', 'The file is over 256 kB and is not read');
    return undefined;
  }
  const lines = new LineCounter();
  const lineAt = (offset: number | undefined) =>
    Math.max(1, lines.linePos(offset ?? 0).line);
  const rawLines = content.split('\n');
  const report = (line: number, reason: string) =>
    log.report(line, rawLines[line - 1] ?? '', reason);

  const parse = () => {
    try {
      return parseDocument(content, {
        lineCounter: lines,
        version: '1.1',
        uniqueKeys: false,
        logLevel: 'silent',
        prettyErrors: false,
      });
    } catch {
      // Nesting deeper than the parser's own stack.
      return undefined;
    }
  };
  const document = parse();
  if (!document) {
    report(1, 'The file is not readable as YAML');
    return undefined;
  }
  const [error] = document.errors;
  if (error) {
    const [reason] = error.message.split('\n');
    report(lineAt(error.pos[0]), `The file is not valid YAML: ${reason}`);
    return undefined;
  }
  const root: unknown = document.contents;
  if (!root || (isScalar(root) && root.value === null)) return undefined;
  if (!isMap(root)) {
    report(1, 'The file is no map with keys such as approvers');
    return undefined;
  }

  const anchors = new Map<string, unknown>();
  visit(document, {
    Value: (_, node) => {
      if (node.anchor) anchors.set(node.anchor, node);
    },
  });
  const resolve = (node: unknown) =>
    isAlias(node) ? anchors.get(node.source) : node;
  const lineOfNode = (node: unknown) => lineAt((node as Node)?.range?.[0]);
  const textOf = (node: unknown) =>
    isScalar(node) && node.value !== null ? node.source : undefined;
  const isEmpty = (node: unknown) =>
    !node || (isScalar(node) && node.value === null);

  let namesLeft = mostNames;
  const asList = (yaml: unknown, what: string) => {
    const node = resolve(yaml);
    if (isEmpty(node)) return [];
    // A map in place of a list, as of `{ a, b }`, is read by its keys.
    const items = isMap(node) ? node.items.map(({ key }) => key) : undefined;
    if (!items && !isSeq(node)) {
      report(lineOfNode(node), `${what} is no list`);
      return [];
    }
    const named: unknown[] = items ?? (isSeq(node) ? node.items : []);
    if (named.length > namesLeft) {
      report(lineOfNode(node), `${what} has more names than are read`);
      return [];
    }
    namesLeft -= named.length;
    return named.flatMap(item => {
      const text = textOf(resolve(item))?.trim();
      if (text) return [{ text, line: lineOfNode(item) }];
      report(lineOfNode(item), `${what} has something else than a name in it`);
      return [];
    });
  };

  const keyed = new Map<unknown, ReadonlyMap<string | undefined, Pair>>();
  const pairsOf = (node: unknown) => {
    const pairs = isMap(node) ? node.items : [];
    return new Map(
      pairs.map(pair => [
        textOf(pair.key)?.toLocaleLowerCase('en-US'),
        pair as Pair,
      ]),
    );
  };

  const within = (yaml: unknown): OwnersYaml => {
    const node = resolve(yaml);
    const pairs = keyed.get(node) ?? pairsOf(node);
    keyed.set(node, pairs);
    const pairOf = (key: string) => pairs.get(key);
    return {
      within,
      asList,
      at: key => within(pairOf(key)?.value),
      lineOf: key => lineOfNode(pairOf(key)?.key),
      list: key => asList(pairOf(key)?.value, key),
      flag: key => {
        const value = resolve(pairOf(key)?.value);
        return isScalar(value) && value.value === true;
      },
      maps: key => {
        const value = resolve(pairOf(key)?.value);
        if (isEmpty(value)) return [];
        if (!isMap(value)) {
          report(lineOfNode(value), `${key} is no map`);
          return [];
        }
        return value.items.flatMap(pair => {
          const text = textOf(pair.key);
          return text === undefined
            ? []
            : [{ text, line: lineOfNode(pair.key), yaml: pair.value }];
        });
      },
    };
  };
  return within(root);
}
