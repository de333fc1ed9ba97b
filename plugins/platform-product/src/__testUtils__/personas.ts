import { Access } from '@platform-product/backstage-plugin-common';

const nothing: Access = {
  isOwn: false,
  attest: false,
  withdrawAttestation: false,
  requestWaiver: false,
  decideWaiver: false,
  manageRoster: false,
  offerReview: false,
  requestReview: false,
  rate: false,
  inviteToRate: false,
  replyToScores: false,
  giveFeedback: false,
  manageFeedback: false,
  writeResearch: false,
  follow: false,
  writeNotices: false,
  writePosts: false,
  answerNotices: false,
  writeEvents: false,
  attendEvents: false,
  writeRoadmap: false,
  longestAttestationDays: 365,
  longestWaiverDays: 180,
};

const person = (name: string): Access => ({
  ...nothing,
  user: `user:default/${name}`,
  offerReview: true,
  requestReview: true,
  rate: true,
  giveFeedback: true,
  follow: true,
  answerNotices: true,
  attendEvents: true,
});

const manager = {
  attest: true,
  withdrawAttestation: true,
  requestWaiver: true,
  manageRoster: true,
  inviteToRate: true,
  replyToScores: true,
  manageFeedback: true,
  writeResearch: true,
  writeNotices: true,
  writePosts: true,
  writeEvents: true,
  writeRoadmap: true,
};

/** Nobody rates what is their own. */
const team = { ...manager, isOwn: true, rate: false };

/** What the backend tells each of them that they may do on the service Logs. */
export const personas = {
  /** A member of the owning team. */
  owner: { ...person('olga'), ...team },
  productManager: { ...person('maya'), ...team },
  steward: { ...person('sten'), decideWaiver: true },
  admin: { ...person('ada'), ...manager, decideWaiver: true },
  /** Somebody of a group below the owning team. */
  squad: { ...person('sara'), isOwn: true, rate: false },
  /** Somebody of another team, on the roster of the service. */
  reviewer: person('noor'),
  /** Somebody of another team. */
  consumer: person('carl'),
  /** Somebody whom the permission policy lets read, and nothing else. */
  reader: { ...nothing, user: 'user:default/rita' },
  /** A reader who is no user, such as a guest. */
  nobody: nothing,
} satisfies Record<string, Access>;

export type Persona = keyof typeof personas;
