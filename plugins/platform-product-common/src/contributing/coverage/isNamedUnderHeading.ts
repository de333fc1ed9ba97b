import type { GuideStatement } from './GuideStatement';
import { createPhrases } from './createPhrases';
import { INVITING_HEADINGS, KINDS } from './contributionVocabulary';

/** Headings under which a list of things to do is one of contributions. */
const DOING_HEADINGS = createPhrases([
  'how|where|what can|could|do|may i|you|we ..1 contribute|help',
  'how|where to ..1 contribute|help|start',
  'get|getting involved',
  'contribution|contributing|contributor ideas|opportunities|areas',
  'areas|ideas|things|places|opportunities ..3 contribution|contributions|contribute|help|contributors',
  'help|contributions wanted|needed|welcome',
  'what ..3 work|contribute',
]);

/** Headings of how a change is made; lists below them are of steps. */
const PROCESS_HEADINGS = createPhrases([
  'pull|merge request|requests',
  'pr|prs|process|workflow|flow|submit|submitting|commit|commits|committing|setup|checklist|style|release|releases|branch|branches|steps|before|making',
  'code|coding standards|guidelines|conventions',
]);

/** Things to do for somebody who looks for one. */
const DOINGS = createPhrases([
  'fix|fixing|fixes|solve|solving ..2 bugs|typos|issues|problems|links',
  'report|reporting|file|filing ..2 bug|bugs|issue|issues|problem|problems',
  'translate|translating|translations|translation|localize|localizing|localization',
  'improve|improving|improvements|expand|expanding|extend|extending|write|writing|clarify|clarifying|enhance|enhancing|contribute|contributing|proofread|correct|add|adding ..4 documentation|docs|tutorial|tutorials|guides|article|articles|blog|examples|translations|coverage|performance|accessibility',
  'review|reviewing|test|testing ..2 pull|prs|patches|code|releases|features|betas',
  'answer|answering|respond|responding ..3 questions|issues',
  'triage|triaging',
  'suggest|suggesting|propose|proposing|request|requesting|implement|implementing|add|adding|develop|developing|build|building ..3 feature|features|idea|ideas|enhancement|enhancements|plugin|plugins|integration|integrations|component|components|language|languages',
  'bug|feature|issue|enhancement report|reports|fix|fixes|request|requests|idea|ideas',
  'code|documentation|docs reviews|review|fixes|improvements|contributions',
]);

/** How to file a report or to finish a change, not what to do. */
const INSTRUCTIONS = createPhrases([
  'before|ensure|check|search|include|includes|provide|read|follow|following|verify|avoid|remember|describe|explain|make',
  'please|must|should|required|necessary|needed|applicable|appropriate|relevant|affected|corresponding',
  'if|when|once|after ..1 you|your|a|an|the|it|possible|creating|reporting|submitting|filing',
  'your|yours|section|guides|tracked|labels|label|template|templates',
]);
const THIS_SECTION = createPhrases(['this section|document|page|guide']);

/** In words, with the colon: 'Bug reports: open an issue if it fails'. */
const LONGEST_NAME = 5;
/** In words; a longer item is told about something, and no thing to do. */
const LONGEST_DOING = 30;

/**
 * Whether a statement names something to do, under a heading that makes a contribution of
 * it. Under some headings anything is one, if it is no instruction; under others, only what
 * begins like a thing to do.
 */
export function isNamedUnderHeading({
  words,
  kind,
  headings,
}: GuideStatement): boolean {
  const isInviting = headings.some(heading =>
    INVITING_HEADINGS.isIn(heading.words),
  );
  const last = headings[headings.length - 1]?.words ?? [];
  const isDoingList =
    headings.some(heading => DOING_HEADINGS.isIn(heading.words)) &&
    !PROCESS_HEADINGS.isIn(last);
  const name = words.slice(0, words.indexOf(':') + 1);
  const isNamed =
    kind === 'item' && name.length <= LONGEST_NAME && KINDS.isIn(name);
  const isInstruction = INSTRUCTIONS.isIn(words) || THIS_SECTION.isIn(words);
  if (isInstruction && !isNamed) return false;
  const isDoing =
    kind === 'item' &&
    words.length <= LONGEST_DOING &&
    DOINGS.findAll(words)[0]?.start === 0;
  return isInviting || (isDoingList && isDoing);
}
