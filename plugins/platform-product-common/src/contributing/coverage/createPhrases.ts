/** Where a phrase was found: its first word and the one after its last. */
export interface PhraseMatch {
  readonly start: number;
  readonly end: number;
}

/** Finds any of some phrases among the words of a sentence. */
export interface Phrases {
  /** All places, in order. */
  findAll(words: readonly string[]): readonly PhraseMatch[];
  isIn(words: readonly string[]): boolean;
}

type Step = { readonly gap: number } | { readonly words: ReadonlySet<string> };

function parseStep(source: string): Step {
  if (source.startsWith('..')) return { gap: Number(source.slice(2)) };
  return { words: new Set(source.split('|')) };
}

function endOfMatch(
  words: readonly string[],
  from: number,
  steps: readonly Step[],
  at: number,
): number | undefined {
  if (at === steps.length) return from;
  const step = steps[at];
  if ('gap' in step) {
    for (let skipped = 0; skipped <= step.gap; skipped += 1) {
      const end = endOfMatch(words, from + skipped, steps, at + 1);
      if (end !== undefined) return end;
    }
    return undefined;
  }
  return step.words.has(words[from])
    ? endOfMatch(words, from + 1, steps, at + 1)
    : undefined;
}

/**
 * Phrases in a small notation: words apart by spaces, `a|b` for either, `..3` for up to three
 * words of any kind. Gaps are bounded, so the time is linear in the words.
 */
export function createPhrases(sources: readonly string[]): Phrases {
  const phrases = sources.map(source => source.split(' ').map(parseStep));
  const matchAt = (
    words: readonly string[],
    start: number,
  ): PhraseMatch | undefined => {
    for (const steps of phrases) {
      const end = endOfMatch(words, start, steps, 0);
      if (end !== undefined) return { start, end };
    }
    return undefined;
  };
  return {
    findAll: words => words.flatMap((_, start) => matchAt(words, start) ?? []),
    isIn: words =>
      words.some((_, start) => matchAt(words, start) !== undefined),
  };
}
