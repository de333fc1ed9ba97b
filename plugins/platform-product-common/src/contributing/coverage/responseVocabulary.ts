import { createPhrases } from './createPhrases';

/** What a maintainer does when answering. */
export const ANSWERS = createPhrases([
  'respond|responds|responding|responded|response|responses|reply|replies|replied|replying|answer|answers|answered|answering',
  'review|reviews|reviewed|reviewing|triage|triages|triaged|triaging|acknowledge|acknowledges|acknowledged|acknowledgement|acknowledgment',
  'feedback|comment|comments|attention|interacted|assess|assessed|evaluate|evaluated|response-time',
  'hear|heard|get|gets|getting|got ..1 back|from',
  'hear|heard|hearing back|from|anything|nothing',
  'hear|heard',
  'look|looks|looked|looking at|into|over|through',
  'take|takes|taken a look',
  'get|gets|getting to|around',
  'pick|picks|picked up',
  'assign|assigns|assigned|find ..2 reviewer|reviewers|maintainer',
  'unreviewed|unanswered|untriaged',
  'deal|deals|dealt with',
  'turn|turns around',
  'turnaround',
  'check|checks|checked|monitor|monitors|process|processes|processed|handle|handled|address|addressed ..3 issue|issues|pr|prs|pull|request|requests|contributions|within',
  'contact|contacts you',
  'follow up with you',
  'in touch',
  'been seen|noticed|addressed|assigned',
  'attend|attended|tend to',
]);

/** What else a period may be for. */
export const OTHER_ACTIONS = createPhrases([
  'merge|merged|merges|merging|land|landed|close|closed|closes|closing|lock|locked|reject|rejected',
  'release|releases|released|releasing|publish|published|ship|shipped|deploy|deployed|deploying|deprecate|deprecated|remove|removed',
  'stay|stays|sit|sits|remain|remains|left|keep|kept open|opened|available',
  'wait|waits|waiting|support|supported|supports|maintain|maintained|expire|expires|delete|deleted|backport|backported',
  'meet|meets|meeting|held|hold|rotate|rotates|run|runs|build|builds|resolve|resolved|fix|fixed|patch|patched',
  'accomplished|implemented|developed',
  'been|be updated|touched|modified|pushed',
  'mark|marks|marked|label|labels|labeled|labelled|flag|flags|flagged ..3 stale|inactive|abandoned',
]);

/** Here, who waits is the reader. */
export const WAITS_FOR_ANSWER = createPhrases([
  'wait|waiting|waits ..8 for ..3 review|reviews|response|reply|answer|feedback|maintainer|reviewer|us',
]);

/** What comes of a period, where it is no answer: nobody is to ask again. */
export const OUTCOMES = createPhrases([
  'merge|merged|merges|merging|land|landed|close|closed|closes|closing|lock|locked|reject|rejected',
  'release|releases|released|releasing|publish|published|ship|shipped|deploy|deployed|deploying|deprecate|deprecated|remove|removed',
  'stay|stays|sit|sits|remain|remains|left|keep|kept open|opened|available',
  'wait|waits|waiting|expire|expires|delete|deleted|archive|archived|discard|discarded|drop|dropped|revert|reverted',
  'meet|meets|meeting|held|hold|rotate|rotates|resolve|resolved|accomplished|implemented|developed',
  'assume|assumes|assumed|considered|consensus|unassign|unassigned|reassign|reassigned|lapse|lapses',
  'take|takes|taken over',
]);

/** That no answer has come, which is when a reader may ask again. */
export const SILENCES = createPhrases([
  "haven't|hasn't|hadn't",
  'have|has|had|not ..1 not|been|received|heard|gotten',
  'no|without ..2 one|response|responses|reply|replies|answer|answers|review|reviews|reviewer|feedback|reaction|maintainer',
  'nobody|none',
  'still waiting|no|not',
  "don't|doesn't|didn't ..1 hear|get|receive",
]);

/** That a time has gone by. */
export const ELAPSED = createPhrases([
  "it's|has|have been",
  'passed|passes|elapsed|elapses|waited|gone|open',
]);

/** Text about silence of the contributor, about bots and about meetings is no promise to answer. */
export const OTHER_MATTERS = createPhrases([
  'stale|inactive|inactivity|abandoned|abandon|stalebot',
  'meeting|meetings|meetup|standup|hangout|cadence',
  'no|without|any activity',
  'will|may|can|shall|might ..2 close|closed|unassign|unassigned',
  'reserve ..3 close',
  'automatically ..2 close|closes|closed|lock|locks',
  'response|reply|feedback|answer|update ..3 submitter|author|reporter|contributor|opener|requester',
  "you|contributor|contributors|author|authors|submitter|reporter don't|do|does|doesn't|fail|fails|must|should|need ..1 respond|reply|answer|address",
  "you|contributor|contributors|author|authors|submitter|reporter have|has|haven't|hasn't|are|is ..2 responded|replied|answered|addressed|unresponsive|responding",
  'author|authors|submitter|reporter|contributor|contributors|you ..1 respond|responds|replies|answers',
  'you reply|answer',
  'please|kindly|expected|asked|required ..2 respond|reply|answer|address',
  'hear|heard|hearing|response|reply|replies ..1 from|by you',
  "your|their|author's response|reply|answer",
  'we|maintainers expect|ask|require|request ..4 response|responses|reply|respond|you|contributors|authors',
  'last|past|previous ..1 day|days|week|weeks|month|months|year|years',
  'expiration|calendar|timezone|timezones|vote|votes|voting|quorum|objection|objections|emeritus',
  'review|reviews|reviewed|reviewing ..2 roadmap|milestone|milestones|dependencies|metrics|document|policy|policies|guidelines|processes|membership|permissions|charter|budget',
  'rotate|rotates|rota|rotas|rotation|shift|shifts|roster',
  'give|gives|allow you|author|authors|contributor|contributors ..4 to respond|reply|answer|address',
  'check|checking ..1 on|back',
  'lazy|reach|reached consensus',
  "we|i|maintainers don't|do|didn't|haven't|have|never ..2 hear|heard|receive|received",
  'feedback|comment|comments|review|reviews|changes ..3 be addressed|resolved|incorporated|made|implemented',
  'address|addressing|resolve|incorporate ..3 feedback|comments|review|changes|requests',
  'you|contributor|contributors|author|authors|submitter|reporter|they have|has|get ..4 to respond|reply|answer|address|fix',
  'bot|bots|ci|action|workflow|automation ..2 respond|responds|reply|replies|comment|comments|review|reviews|triage|triages|check|checks',
  'maintainer|maintainers|reviewer|reviewers|committer|committers|approver|approvers ..8 removed|retired|revoked|demoted|lose|loses',
  'feedback|comment|discussion|waiting|community|grace|notice|review period|window',
]);

export const TIME_TOPICS = createPhrases([
  'response|reply|review|reaction|triage|answer|feedback|turnaround ..1 time|times|target|targets|sla|slas|expectation|expectations|timeline|timelines|timeframe|timeframes',
  'sla|slas|slo',
  'turnaround',
  'respond ..2 within',
  'how ..2 long|soon|quickly|fast ..6 review|reviewed|response|respond|answer|hear|reply',
]);
