import {
  Feedback,
  RollUpGroup,
  RollUps,
  Satisfaction,
} from '@platform-product/backstage-plugin-common';
import {
  Answer,
  rollUpGroups,
  Topic,
} from '@platform-product/backstage-plugin-common/rules';
import { Knex } from 'knex';

export const k = 3;
export const commentThreshold = 6;
export const services = ['logs', 'metrics', 'traces'].map(
  name => `component:default/${name}`,
);
export const people = Array.from(
  { length: 12 },
  (_, n) => `user:default/p${n}`,
);
/** As many as could find a single other answer, if their own counted. */
export const team = people.slice(1 - k);
export const groups = rollUpGroups;

/** What everybody may see of ratings. */
export interface PublicView {
  readonly scores: ReadonlyMap<string, Satisfaction>;
  readonly rollUps: ReadonlyMap<RollUpGroup, RollUps>;
  /** By service, as somebody reads it who is not of the team. */
  readonly feedback: ReadonlyMap<string, readonly Feedback[]>;
  /** Lists and exports in which scores appear, as text. */
  readonly exports: readonly string[];
}

/** What a service is part of. */
export interface Place {
  readonly system: string;
  readonly domain: string;
  readonly owner: string;
}

/** A catalog with people who rate three services over rounds. */
export interface World {
  readonly knex: Knex;
  /** Log, audit trail, notifications and errors, as far as there are any. */
  readonly told: readonly string[];
  /** How long answers of the API about ratings were, as an access log has it. */
  readonly lengths: ReadonlySet<string>;
  /** Id of the round that is open. */
  readonly roundId: string;
  readonly places: ReadonlyMap<string, Place>;
  /** How many people use each of the services, as far as the catalog knows. */
  readonly knownUsers: number;
  /** Whether the answer was taken. */
  answer(userRef: string, entityRef: string, answer: Answer): Promise<boolean>;
  withdraw(userRef: string, entityRef: string): Promise<void>;
  erase(userRef: string): Promise<void>;
  /** The team of a service asks for ratings. */
  invite(entityRef: string): Promise<void>;
  decline(userRef: string, entityRef: string): Promise<void>;
  /** Somebody joins or leaves the team that uses all services. */
  joinOrLeave(userRef: string): Promise<void>;
  /** Puts a service into the other system. */
  move(entityRef: string): Promise<void>;
  /** Makes the releases that are due. */
  tick(): Promise<void>;
  /** Ends the round and begins the next. */
  endRound(): Promise<void>;
  look(): Promise<PublicView>;
}

const day = 24 * 60 * 60 * 1000;
const roundLength = 10 * day;
const start = Date.UTC(2026, 0, 1);

/** When the rounds of a world begin; there are more than a history lives through. */
export const rounds = Array.from({ length: 60 }, (_, index) => ({
  id: `r${index}`,
  opensAt: new Date(start + index * roundLength),
  closesAt: new Date(start + (index + 1) * roundLength),
}));

/** System and owner of each service; they overlap, and services move. */
export const firstPlaces: ReadonlyArray<readonly [string, Place]> = [
  ['logs', 'a', 'x'],
  ['metrics', 'a', 'y'],
  ['traces', 'b', 'x'],
].map(([name, system, owner]) => [
  `component:default/${name}`,
  placeIn(system, `group:default/${owner}`),
]);

function placeIn(system: string, owner: string): Place {
  return {
    system: `system:default/${system}`,
    // Each system is a domain of its own, so that sums by either are the same.
    domain: `domain:default/${system}`,
    owner,
  };
}

export function movedFrom({ system, owner }: Place): Place {
  return placeIn(system.endsWith('/a') ? 'b' : 'a', owner);
}

/** What is published on a topic, as text; undefined where nothing is. */
export function blockOf(score: Satisfaction, topic: Topic): string | undefined {
  if (topic === 'participation') {
    const { complete, partial } = score.participation ?? {};
    return score.participation && JSON.stringify({ complete, partial });
  }
  if (topic === 'texts') {
    const { state, items } = score.comments;
    return state === 'shown' ? JSON.stringify(items) : undefined;
  }
  const own = score.features.find(({ feature }) => feature === topic)?.score;
  return own && JSON.stringify(own.counts);
}
