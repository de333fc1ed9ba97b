import { createPhrases } from './createPhrases';

const ROLE =
  'reviewer|reviewers|committer|committers|approver|approvers|maintainer|maintainers|collaborator|collaborators|codeowner|codeowners|maintainership|committership';
const RIGHTS =
  'commit|write|push|merge|merging|approval|approve|maintainer|committer|reviewer|collaborator access|rights|permission|permissions|privilege|privileges|bit|status';

export const ROLES = createPhrases([
  ROLE,
  RIGHTS,
  'code owner|owners',
  'core team|member|developer|developers|contributor|contributors',
]);

/** A person comes into a role. */
export const BECOMING = createPhrases([
  `become|becomes|becoming ..5 ${ROLE}`,
  'become|becomes|becoming ..3 code owner|owners',
  'become|becomes|becoming|join ..3 core team|member|developer|contributor',
  `be|are|is|being|gets|get ..1 made|named|appointed|elected|promoted|invited|nominated|added|considered|onboarded ..5 ${ROLE}`,
  `be|are|is|being|gets|get ..1 made|named|appointed|elected|promoted|invited|nominated|added ..5 core team|member`,
  `be|are|is|being ..1 given|granted|offered|awarded ..3 ${RIGHTS}`,
  `given|granted|offered|awarded ..3 ${RIGHTS}`,
  `grant|grants|granting|give|offer|award ..5 ${RIGHTS}`,
  `gain|gains|earn|earns|receive|receives|get|gets|obtain|request|apply|ask ..3 ${RIGHTS}`,
  `nominate|nominates|promote|promotes|elect|invite|propose|appoint ..4 new|as|to|for|be ..3 ${ROLE}`,
  `nomination|nominations|candidate|candidates|election|promotion|path|road|criteria|requirements ..4 ${ROLE}`,
  `new|additional ${ROLE} ..4 elected|added|chosen|appointed|nominated|approved|voted|selected|invited|proposed|promoted`,
  `approve|elect|appoint|confirm|accept ..2 new ${ROLE}`,
  `add|adds|adding|accept|accepts|appoint|appoints ..4 as ..2 ${ROLE}`,
  `eligible|considered ..2 ${RIGHTS}`,
  `volunteer|apply ..2 to|for|as ..3 ${ROLE}`,
  `ask|invite|invites you to join`,
  `add ${'yourself|themselves'} ..6 owners|codeowners|maintainers`,
]);

/** What the sentence before names is given. */
export const GIVING_IT = createPhrases([
  'grant|grants|give|gives|offer|offers|award|awarded|granted|given ..2 this|these|that|such|it|them ..1 permission|permissions|access|right|rights|status|role',
  'this|these|that|such permission|permissions|access|right|rights|status|role ..2 granted|given|offered|awarded|earned',
]);

/** A procedure, which is a step in itself. */
export const PROCEDURES = createPhrases([
  'nominated|nominate|nominates|nomination|vote|votes|voted|voting|elected|election|consensus|approval|approvals|approved|invited|invite|invitation|sponsor|sponsored|sponsors',
]);

/** What has to be done or shown for it. */
export const CRITERIA = createPhrases([
  'must|need|needs|require|requires|required|should|has|have to',
  'must|should|need|needs|requires|requirements|criteria',
  'significant|valuable|consistent|consistently|regular|regularly|quality|sustained|frequent|frequently|trusted|active|actively|meaningful|substantial|successful|successfully|solid|good|dedicated|several|multiple|trivial|continued|repeated',
  'contributed|contributing|contribute|contributions|contribution',
  'demonstrate|demonstrates|demonstrated|demonstrating|show|shown|prove|proven|earn|earned|merit|trust',
  'after|once|when|if|by|who|whoever|accepted|merged|landed|majority',
  'involves|involve|depends|based',
  'please|contact|email|ask|simply|start|open|submit|volunteer|apply|propose',
]);

/** The role is there already, or ends, or can't be had. */
export const OTHER_MATTERS = createPhrases([
  'once|when|after|since you|they|contributors|someone ..1 become|becomes|became',
  'if you|they|someone become|becomes|became',
  'who|have|has|had ..1 been|already given|granted|added|made|elected|promoted|nominated',
  'who|that have|has|had ..3 given|granted',
  "not|no|never|without|nobody|cannot|don't|won't|aren't ..3 become|becoming|looking|seek|seeking|accepting|add|adding|need|required|new",
  'not|no ..2 given|granted|expected|longer',
  "not|never|don't|cannot|can't|won't ..1 grant|give|offer|hand",
  'was|were ..2 made|given|granted|added|elected|promoted|nominated',
  'retire|retired|removed|revoked|revoking|remove|emeritus|inactive',
  'step ..1 down|aside',
  'access|permission|permissions ..2 to|on your|the ..1 branch|fork|pr|pull',
  'join|joins|member|members|membership|part ..3 organization|organisation|org|slack|discord|forum|mailing|community|meeting|meetings|calls',
  'request|assign|add|adding|adds|find|ping|tag|cc ..2 reviewer|reviewers|maintainer|maintainers ..3 pr|pull|request|issue',
  'become familiar|stale|outdated|available|unmaintained|part|obsolete',
  'does|do|is|are not necessarily|need',
]);

/** Says where to read about it. */
export const POINTERS = createPhrases([
  'see|read|check|visit|consult|find the|our|this|these|§|below|more|for|also|how|about|maintainers|governance|contributing|information|details',
  'refer|documents|documented|described|describes|explained|outlined|details|detailed|defined|learn|information|explains',
]);

/** Headings that promise the way into a role; what stands under them may leave the role unnamed. */
export const WAY_HEADINGS = createPhrases([
  `becoming|become|be ..3 ${ROLE}`,
  'becoming|become|be|join|joining ..3 core|code team|owner|member|contributor|developer|committer',
  `earn|earns|earning|getting|gaining|granting|get|receiving|obtaining|requesting ..2 ${RIGHTS}`,
  `path|road|route|promotion|promoting|nominating|adding|electing|nomination|onboarding ..3 ${ROLE}`,
  `criteria|requirements|eligibility ..3 ${ROLE}`,
  `new ${ROLE}`,
]);

/** A step towards a role, under such a heading. */
export const STEPS = createPhrases([
  'contribute|contributing|contributions|contribution|contributed|nominate|nominated|nomination|propose|proposed|proposal|volunteer|apply|demonstrate|demonstrated|vote|votes|invite|invited|sponsor|sponsors|sponsored|approval|approvals|consensus',
  'pull|merged|prs|pr|patches|commits|reviews|reviewing|triage|triaging|reviewed|accepted|consistent|consistently|active|actively|regularly',
  'months|weeks|years ..4 participation',
  'for|least|minimum ..3 months|weeks',
  'contact|reach ..4 maintainer|maintainers|us|team|lead',
  'candidate|candidates|nominee|nominees|applicant|applicants must|should|need|needs|have|has',
  'sustained|record ..4 contributions|participation|reviews',
  'earn|earned|trust',
]);

/** Steps that nobody takes for anything else. */
export const STRONG_STEPS = createPhrases([
  'nominate|nominated|nomination|propose|proposed|proposal|volunteer|apply|demonstrate|demonstrated|vote|votes|invite|invited|sponsor|sponsors|sponsored|consensus',
  'merged|consistent|consistently|active|actively|regularly|sustained|candidate|candidates|track|record|trust|earn',
  'for|least|minimum|over ..3 months|weeks|years|prs|pull|reviews|contributions',
]);

/** What people in the role are and do. */
export const DUTIES = createPhrases([
  `${ROLE} are|is|have|has|must|should|will|can|may|do|need ..3 expected|responsible|trusted|people|those|contributors|merge|review|able|uphold|help|respond|rights|access|required|to|be`,
  `${ROLE} must|should|will|can review|merge|help|respond|participate|attend|follow|keep`,
  'responsibilities|responsibility|responsible|duties|duty|obligations|privileges',
  'expected to',
  `as|being ..2 ${ROLE}`,
]);

export const THANKS = createPhrases([
  'thank|thanks|grateful|appreciate|love|value|recognize|recognise',
]);
