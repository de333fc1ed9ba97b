import { createPhrases } from './createPhrases';

/** What is reviewed, in words that nobody uses for anything else. */
export const CONTRIBUTIONS = createPhrases([
  'pull|merge request|requests',
  "pr|prs|pr's|mr|mrs|contribution|contributions",
]);

/** What else is gone through again and again. */
export const QUEUES = createPhrases([
  'patch|patches|change|changes|submission|submissions',
  'issue|issues|bug|bugs|ticket|tickets|queue|backlog|proposal|proposals|rfcs',
]);

/** These have times of their own, whatever else a guide promises. */
export const OTHER_SUBJECTS = createPhrases([
  'security|vulnerability|vulnerabilities|cve|cves|exploit|exploits|embargo|disclosure',
  'conduct|harassment|complaint|complaints|appeal|appeals|abuse|moderation|moderators',
  'incident|incidents|outage|outages|pager|emergency|emergencies|hotfix|hotfixes',
  'nomination|nominations|applications|membership|candidate|candidates',
  'your|an application',
  'access request|requests',
  'becoming|become ..2 maintainer|reviewer|committer|approver|member',
]);

/** The guide itself, whatever the service is called that it is for. */
export const GUIDE_TITLES = createPhrases([
  'contribute|contributing|contribution|contributions|contributor|contributors',
]);

/** Answered elsewhere than in a review. */
export const CONVERSATIONS = createPhrases([
  'question|questions|query|queries|enquiry|enquiries|inquiry|inquiries|email|emails|mail|mails',
  'chat|slack|discord|forum|discussions|channel|support|message|messages',
  'e mail|mails',
  'get|getting|need help',
]);
export const REVIEWS = createPhrases(['review|reviews|reviewed|reviewing']);

/** What else a list or a table gives times for. */
export const OTHER_TIMES = createPhrases([
  'office|opening|working|business hours|hour',
  'on call|duty',
  'oncall|sprint|sprints|session|sessions|freeze',
  'monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend|weekends',
  'resolution|decision|discussion|build|builds|ci|pipeline',
]);

/** Who is on duty changes every week; that is no reviewing. */
export const ROTAS = createPhrases([
  'shift|shifts|rota|rotas|rotation|rotations|roster',
]);

/** Bids the reader to remind somebody, and thereby tells when something went wrong. */
export const CHASES = createPhrases([
  'ping|pings|pinging|pinged|nudge|nudges|nudging|poke|poking|chase|chasing',
  'remind|reminds|reminded|reminding|reminder|reminders',
  'escalate|escalates|escalated|escalating|escalation|escalations',
  'bump ..2 it|us|yours|your|thread|issue|pr|request',
  'feel free',
  'reach out',
  'please|before|should ..2 follow|following up',
]);

/** What is usual or likely is no promise. */
export const HABITS = createPhrases([
  'average|averages|averaged|averaging|avg|median|percentile|took|historically|past|previously|formerly',
  'usual|usually|typical|typically|normally|generally|ordinarily|commonly|mostly|often|frequently',
  'sometimes|occasionally|tend|tends|likely|probably|perhaps|maybe|possibly|hopefully|ideally',
  'in general',
  'so far',
  'used to',
  'of the time',
  'was|were|been ..1 reviewed|answered|triaged|acknowledged|seen',
  'would be|love',
  'most|many|few of|cases|pull|prs|merge|changes|contributions|reviews|issues|patches|requests|people',
]);

/** 'Typically sooner' only adds to what stands before it. */
export const SOONER = createPhrases([
  'usually|typically|normally|generally|often|frequently|sometimes|likely|probably|mostly|possibly ..1 sooner|faster|earlier|quicker|less',
]);

export const NEGATIONS = createPhrases([
  'let alone',
  'not|never|cannot|nor|neither|no|none|nobody|nothing|without|instead',
  "can't|won't|don't|doesn't|isn't|aren't|haven't|hasn't|hadn't|didn't|wasn't|weren't",
  "couldn't|shouldn't|wouldn't|mustn't|cant|wont|dont|doesnt|isnt|arent|havent|hasnt|didnt",
  'unable|unlikely|impossible|hardly|rarely|seldom|barely|fail|fails|failed|struggle|overdue',
]);

/** Turns nothing round. */
export const ASSURANCES = createPhrases([
  'no matter',
  'not only|just',
  "don't worry|hesitate",
  'do not worry|hesitate',
  'no|not|never more|later|longer than',
]);

/** Takes back whatever else the sentence says. */
export const DISCLAIMERS = createPhrases([
  "no|not|cannot|can't|don't|without|never|nor ..3 guarantee|guarantees|guaranteed|promise|promises|promised|commit|commitment|commitments|obligation|sla",
]);

/** What contributors and bots do, and how long others may look before a merge. */
export const OTHERS_DUTIES = createPhrases([
  'bot|bots|automatic|automatically|automated|consensus|spend|spends|spending|spent',
  'you|contributor|contributors|author|authors|submitter|submitters must|need',
  'you|contributor|contributors|author|authors|submitter|submitters have|has|are|is to|expected|asked|required',
  'you|contributor|contributors|author|authors|submitter|submitters should ..1 request|ask|address|give|provide|review|send|submit|leave|update|respond|reply|comment|answer',
  'before|until ..4 merge|merges|merged|merging|close|closed|closing|land|landed|landing|release|released',
]);

/** 'Within two days of the review' is when something comes that follows it. */
export const SINCE_REVIEW = createPhrases([
  'of|after|from|following|since|before ..2 review|reviews|reviewed|reviewing|response|reply|feedback|comment|comments|triage',
]);

/** Sets a time without a verb of answering, where answering is the topic. */
export const AIMS = createPhrases([
  'aim|aims|aiming|strive|try|target|targets|goal|sla|slo|promise|expect|allow|turnaround',
]);
