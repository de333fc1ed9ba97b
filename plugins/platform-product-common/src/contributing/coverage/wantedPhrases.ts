import { createPhrases, PhraseMatch, Phrases } from './createPhrases';
import { wordList } from './wordList';

const STRESS =
  'most|really|currently|still|always|especially|particularly|urgently|badly|desperately|mostly|now|also|mainly|actively';
const HELP = 'help|hands|contributors|contributions|volunteers|people';

/** What stands before it is wanted, if it is something to contribute. */
const WANTED_PHRASES = createPhrases([
  'is|are what we need|want|seek',
  `is|are what we ${STRESS} need|want|seek`,
  'is|are what we are looking for',
  `is|are what we are ${STRESS} looking for`,
  "is|are what we're looking for",
  `is|are what we're ${STRESS} looking for`,
  `is|are where we need|want|seek|appreciate|welcome ..3 ${HELP}`,
  `is|are where we ${STRESS}|could need|want|seek|appreciate|welcome|use ..3 ${HELP}`,
  `is|are where we are looking for ..2 ${HELP}`,
  `is|are where we're looking for ..2 ${HELP}`,
  `is|are where we'd love|like|appreciate ..3 ${HELP}`,
]);

/** May follow it. 'To merge' and 'before a merge' would say what it is needed for. */
const TAILS: ReadonlySet<string> = new Set(
  wordList(
    'most more all of the very much right now today currently next first',
    'at moment badly urgently especially particularly to see with',
  ),
);

/** Words that name nothing which could be contributed. */
const EMPTY: ReadonlySet<string> = new Set(
  wordList(
    'this that these those it here below following which there what where so and but',
    'a an the all your our more such some help hands contributions people , §',
  ),
);

/** A condition of merging, the form or the quality of a change, or a place to talk. */
const NO_CONTRIBUTIONS = createPhrases([
  'cla|dco|signature|signatures|agreement|consent|permission|approval|approvals|consensus|ci|pipeline',
  'green|passing|signed|clean|failing ..2 build|builds|test|tests|check|checks|run|commit|commits',
  'commit|commits|message|messages|branch|branches|title|description|pr|prs',
  'pull|merge request|requests',
  'information|info|details|log|logs|reproduction|reproducer|patience|time|money|feedback|funding|donations|sponsors|maintainers|users',
  'quality|simplicity|stability|consistency|clarity|readability|correctness|respect|trust',
  'channel|slack|discord|chat|forum|meeting',
]);

/** Commas are in the middle of a list, but at the end of what is wanted. */
const ENDS_BEFORE = [';', ':', '(', ')'];
const ENDS_BEHIND: ReadonlySet<string> = new Set([...ENDS_BEFORE, ',']);

function subjectOf(
  words: readonly string[],
  { start }: PhraseMatch,
): readonly string[] {
  const before = words.slice(0, start);
  const ends = ENDS_BEFORE.map(end => before.lastIndexOf(end));
  return before.slice(Math.max(...ends) + 1);
}

function restOfClause(
  words: readonly string[],
  { end }: PhraseMatch,
): readonly string[] {
  const rest = words.slice(end);
  const length = rest.findIndex(word => ENDS_BEHIND.has(word));
  return length < 0 ? rest : rest.slice(0, length);
}

/**
 * Where words say of something that it is wanted, whatever it is: 'parsers are what we
 * need most'. A condition of merging is needed too, but is no contribution.
 */
function findAll(words: readonly string[]): readonly PhraseMatch[] {
  return WANTED_PHRASES.findAll(words).filter(match => {
    const subject = subjectOf(words, match);
    return (
      subject.some(word => !EMPTY.has(word)) &&
      !NO_CONTRIBUTIONS.isIn(subject) &&
      restOfClause(words, match).every(word => TAILS.has(word))
    );
  });
}

/** {@link findAll}, as phrases. */
export const WANTED: Phrases = {
  findAll,
  isIn: words => findAll(words).length > 0,
};
