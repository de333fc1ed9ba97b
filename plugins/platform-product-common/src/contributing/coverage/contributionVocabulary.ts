import { createPhrases } from './createPhrases';

/** Kinds of contribution that a newcomer can picture. 'Changes' and 'improvements' are none. */
export const KINDS = createPhrases([
  'bug|bugs|bugfix|bugfixes|fix|fixes|fixing|typo|typos|hotfix',
  'feature|features|enhancement|enhancements|functionality',
  'documentation|docs|docstrings|documenting|tutorial|tutorials|blog|article|articles|wiki',
  'translation|translations|translate|translating|localization|localisation',
  'triage|triaging|plugin|plugins|integrations|refactor|refactoring|refactorings',
  'new|an|add|adding|another|write|device integration',
  'filing|raising|opening|logging|submitting issues|tickets|bugs',
  'report|reporting ..3 issue|issues|problem|problems|vulnerability|vulnerabilities',
  'issue reports',
  'problem|problems|issue|issues ..2 you ..2 encounter|find|found|face|facing',
  'if|when|whenever|you|have|found|anyone ..3 encounter|find|found|spot|spotted|hit|experience ..3 issue|issues|problem|problems',
  'found|spotted|encountered ..2 issue|issues|problem|problems',
  'notice ..2 problem|problems|issue|issues',
  'peer review|reviews|reviewing',
  'reviewing|testing and|or testing|reviewing|patches',
  'review|reviewing ..4 pull|pr|prs|patches|code|codes|changes',
  'code|security|bug reviews|review|reports',
  'answer|answering ..2 question|questions|queries|issues',
  'respond|responding to issues',
  'improve ..2 performance',
  'performance improvement|improvements',
  'logo|logos|artwork|screenshots|recipe|recipes|quotes',
]);

/** Kinds too, though often only what has to come along with another. */
export const COMPANION_KINDS = createPhrases([
  'test|tests|testcase|testcases|spec|specs|benchmark|benchmarks|example|examples',
]);

/** Says that something is wanted, welcome or valued, or bids the reader do it. */
export const INVITATIONS = createPhrases([
  'welcome|welcomed|welcomes',
  'appreciate|appreciated|appreciates',
  "we|i|we're|i'm|team|would ..4 grateful|thankful|thrilled|delighted",
  'encouraged',
  'we|i|team|project|community ..3 encourage|encourages',
  'valued|valuable|invaluable',
  "love|we'd|would|i'd|we ..1 love ..3 to|your|contributions|help|see|have|receive|get|pull|prs|bug|getting",
  'we|i love ..4 pull|contributions|bugfix|bug|fixes|patches',
  'feel free to ..3 open|submit|send|create|fix|add|make|contribute|file|report|propose|suggest|improve|write|translate|help|pick|tackle|go|update|work|take|raise|fork|post|review|triage|do',
  "don't|not hesitate to ..3 open|submit|send|create|fix|add|make|contribute|file|report|propose|suggest|improve|write|raise",
  'go ahead',
  'help|contributions|contributors ..3 needed|wanted',
  'you can|may|could contribute',
  'consider helping|contributing|reviewing|opening|submitting',
  'great|good|excellent|easiest|easy|best|simplest|nice|perfect|fantastic|straightforward|another|awesome|wonderful way|ways|place ..2 contribute|help|start|started|involved',
  'great|good|excellent|easiest|easy|best|simplest|nice|perfect way|ways|place to get|begin started|involved|contributing',
  'important|valuable|great|useful|meaningful|wonderful contribution|contributions',
  'can|could|may help|contribute ..2 by',
  'to help|contribute by',
  'help us|out by|with',
  'can|could help with',
  'help us make|improve|translate|write|fix|document|test|keep',
  'you can|may|could help|contribute ..1 translate|write|test|fix|improve|triage|review|report|document|add',
  'looking|search for ..2 help|contributors|contributions|volunteers|people|someone|bug|fixes',
  'need|want|seeking|appreciate ..1 help|volunteers|contributors|contributions',
  'always use ..1 better|more|help|some',
  'can|could|always use ..1 your|some|more|a help|hand|hands',
  "we|i|we're|i'm|we'd|i'd|we'll|i'll ..2 want|like|love|glad|happy|eager|keen|excited to ..1 accept|receive|take|merge|get|see|have|hear|include",
  "we'd|we would|like|want ..2 hear",
  'happily|gladly|always|also|do|however accept|take|merge',
  'happily|gladly|gratefully|always|warmly accepted|received',
  'great|good|nice|easy|perfect|excellent start',
  'great|good|nice|easy|perfect|excellent starting point|place',
  'we accept|invite|value',
  "we|i|we're|i'm ..2 glad|happy|grateful about|for|of",
  'open to whoever|anyone|everyone',
  'ways|way ..3 contribute|help|involved',
  'contributions|contribution ..5 include|includes|including',
  'contribute , from',
  'come|comes in many|all|several|various|different forms|shapes|ways|kinds',
  'fine|ok|okay to submit|open|send|create|make|directly',
  'requests|prs|patches|contributions are|is ..1 great|good|perfect|ideal|fine|best for',
  'anyone|everyone|everybody|you is|are free to contribute|help|submit|add|write',
]);

/** Bids the reader do it, though sometimes only as the first of some steps. */
export const CONDITIONAL_INVITATIONS = createPhrases([
  'please|just|simply open|file|submit|report|send|create|raise|add|post|write|contribute ..6 issue|issues|bug|bugs|ticket|tickets|pr|prs|pull|request|report|reports|fix|fixes|patch|patches|test|discussion',
  'please|just|simply submit|report|send|contribute it|them|those',
  'then|and|better open|file|submit|send ..3 issue|issue|pr|prs|pull',
]);

/** A first talk is a step of the way, no sign of what is welcome. */
export const TALK_FIRST = createPhrases([
  'first|beforehand|before|prior|discuss|discussed|discussing|describing|proposal|proposals|security|vulnerability|vulnerabilities|conduct|behavior|behaviour',
]);

/** Looks like an invitation and is none. */
export const NO_INVITATIONS = createPhrases([
  'appreciate|appreciated if',
  'appreciate it',
  'thank|thanks ..12 welcome',
  'happy|glad|love|pleased to help|discuss|assist|answer|work|guide|give|talk',
  'should|must|need|needs|please|make ..1 sure',
  'only accept|accepts',
  'only one|a',
  'one|single ..4 per',
  'questions|question ..3 welcome',
  'guidelines|guide|document|page ..3 describes|explains|covers',
  'in our ..2 documentation|docs|wiki',
  'see|read|check|visit our|the ..3 documentation|docs|wiki|tutorial|tutorials',
  'we welcome you',
  'encouraged that',
  'testing|logging|logs|style|styles|practice|practices|use|discussion ..1 is|are encouraged|appreciated',
  'see|get|have|receive less|fewer',
  'pledge|pledging|harassment|covenant',
  'welcome to the|our|my|this',
]);

/** Turns an invitation round. */
export const NEGATIONS = createPhrases([
  "not|never|cannot|can't|won't|don't|doesn't|isn't|aren't|nor|unlikely|rejected|declined|decline|avoid|refrain|instead|rather|duplicate|closed",
]);

/** A question that is a proposal; others only lead to what follows. */
export const PROPOSALS = createPhrases([
  'why not',
  'perhaps|maybe|would ..1 you ..2 like to help|contribute|write|translate|add',
]);

/** Introduces a list of what one can do. */
export const LISTING_INTROS = createPhrases([
  'requests|prs|contributions|contribution|patches|things|types|kinds ..6 helpful|useful|valuable|appreciated|needed|interesting|interested',
  'ways|way ..6 contribute|help|contributing|involved|participate',
  'you|anyone can|could|may ..2 help|contribute',
  'help|contribute ..3 by|with|following|areas|including',
  'we ..3 welcome|appreciate|accept|encourage|love|need|want|value|like|looking',
  'welcome|appreciated|encouraged|looking|needed|wanted',
  'want|like|looking to help|contribute',
  "whether it's|you",
  'types|kinds|forms|list ..3 contribution|contributions',
  'contributions|contribution ..4 include|form|forms|from|types',
]);

/** Headings under which every kind named is one that is wanted. */
export const INVITING_HEADINGS = createPhrases([
  'types|kinds|forms of contribution|contributions|contributing',
  'ways ..3 contribute|help',
  'how you can help',
  'what can|could i|you do|contribute',
  "we're|we looking for",
  'what to contribute',
  'what|which we ..1 accept|welcome|want|need',
]);
