import { createPhrases } from './createPhrases';

/** Tells the reader not to run what follows. */
const DENIALS = createPhrases([
  "not|never|don't|doesn't|needn't|cannot|can't|won't|shouldn't|mustn't ..1 run|running|use|using|execute|call|invoke|try|type|build|rely|bother|launch",
  "not|don't|doesn't|won't|never|hardly|rarely ..2 need|have|want to ..1 run|use|execute|call|invoke|type|build|rebuild|test|compile",
  "not|don't|doesn't|never ..2 need ..1 §",
  "not|isn't|aren't|never ..2 required|necessary|needed|mandatory ..4 run|running|use|using|execute|call|invoke|build|test|compile",
  'no need|reason|point ..2 run|running|use|using|execute|executing|call|invoke|build|building|test|testing|§',
  'instead|rather|other than|of ..2 run|running|use|using|executing|calling|invoking|§',
  'avoid|skip|stop ..2 run|running|use|using|executing|calling|invoking|§',
  'unnecessary|pointless|optional|forbidden ..2 to run|use|execute|call|build',
]);

/** That what was not run must not be sent is no denial: 'never push without running it'. */
const REQUIREMENTS = createPhrases([
  "not|never|don't|no|cannot|can't|shouldn't|mustn't ..9 before|without|until|unless|till",
  "don't|not|never|without forget|fail|hesitate|omit|neglect",
  "if|when|unless|because|since|in|where ..1 you|case ..1 don't|not|do|haven't",
  'not only|just|merely',
]);

const WITHOUT = createPhrases(['without running|using|executing|calling §']);

/** What was done once, or is not done any more. */
const PAST = createPhrases([
  'used to ..1 be|run|use|build|test|call|execute',
  'no longer',
  'formerly|previously|historically|originally',
  'deprecated|obsolete',
  'in the past',
]);

/** Behind a command: 'is not needed', 'does not work any more'. */
const LATE_DENIALS = createPhrases([
  "is|are|isn't|aren't|was|be ..1 not|no|never|longer ..2 needed|required|necessary|supported|recommended|used|working|available|advised",
  "isn't|aren't|wasn't ..2 needed|required|necessary|supported|recommended|used|working|available",
  "does|do|will|doesn't|don't|won't ..1 not|no|longer|work ..1 work|works|exist",
  "doesn't|don't|won't work|exist",
  'is|are|was|has ..1 been ..1 deprecated|obsolete|removed|broken|gone|replaced|unnecessary|optional',
  'is|are|was deprecated|obsolete|removed|broken|gone|replaced|unnecessary|optional',
]);

/** It is others who run it. */
const OTHERS = createPhrases([
  'maintainer|maintainers|reviewer|reviewers|committer|committers|admins|manager|merger ..2 run|runs|execute|executes|use|uses|trigger|triggers',
  "we|i we'll|will|then|always|automatically|also run|execute",
  "we'll|i'll ..1 run|execute",
]);

const BOUNDARIES: ReadonlySet<string> = new Set([
  ...',;:()',
  'but',
  'however',
  'just',
  'simply',
  'only',
]);

/** Where the part of a sentence begins that a word stands in. */
function startOfPart(words: readonly string[], at: number): number {
  for (let index = at - 1; index >= 0; index -= 1) {
    if (BOUNDARIES.has(words[index])) return index + 1;
  }
  return 0;
}

function endOfPart(words: readonly string[], at: number): number {
  const end = words.findIndex(
    (word, index) => index > at && BOUNDARIES.has(word),
  );
  return end < 0 ? words.length : end;
}

/**
 * Whether a command that ends at a word is one that the reader is to run, and not one
 * that is denied ('you do not need to run it'), over, or run by others.
 */
export function isToldToRun(words: readonly string[], at: number): boolean {
  const before = words.slice(startOfPart(words, at), at + 1);
  const behind = words.slice(at + 1, endOfPart(words, at));
  const isRequired = REQUIREMENTS.isIn(before);
  return !(
    (!isRequired && (DENIALS.isIn(before) || WITHOUT.isIn(before))) ||
    PAST.isIn(before) ||
    OTHERS.isIn(before) ||
    LATE_DENIALS.findAll(behind)[0]?.start === 0
  );
}

/** Whether a sentence, which introduces a block of commands, says not to run them. */
export function bidsToRun(words: readonly string[]): boolean {
  const end =
    words[words.length - 1] === ':' ? words.length - 2 : words.length - 1;
  return isToldToRun([...words.slice(0, end + 1), '§'], end + 1);
}
