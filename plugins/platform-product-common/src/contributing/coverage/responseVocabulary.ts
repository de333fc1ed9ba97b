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
  'get|gets|getting to',
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
  'expiration|timezone|timezones|vote|votes|voting|quorum',
  'feedback|comment|discussion|waiting|community|grace|notice|review period|window',
]);

/** Before a period: how long a thing lasts, not how soon it comes. */
export const DURATIONS = createPhrases([
  'at least',
  'minimum of',
  'no less than',
  'not less than',
  'for at',
  'older than',
  'last|past|previous',
]);

export const TIME_TOPICS = createPhrases([
  'response|reply|review|reaction|triage|answer|feedback|turnaround ..1 time|times|target|targets|sla|slas|expectation|expectations|timeline|timelines',
  'sla|slas|slo',
  'turnaround',
  'respond ..2 within',
  'how ..2 long|soon|quickly|fast ..6 review|reviewed|response|respond|answer|hear|reply',
]);
