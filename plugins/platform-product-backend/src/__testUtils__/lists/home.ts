import fc from 'fast-check';
import { linkOf } from '../../satisfaction/answers/linkOf';
import {
  Assessed,
  assessedServices,
  atRiskOf,
  criteria,
  listedFor,
  titles,
  toServiceTables,
} from './assessedServices';
import { compareAnswer, createListModel, ListModel, someOf } from './ListModel';
import { toItem } from './portfolioList';
import { roundRows, rounds } from './releases';
import {
  carl,
  catalogTitleOf,
  daysAgo,
  isFound,
  logsTeam,
  olga,
  orphans,
  ownerOf,
  reader,
  services,
  shopTeam,
  stranger,
  usedByWebsite,
} from './scene';
import { Row, Stage } from './Stage';

const [openRound, lastRound] = rounds;

const people = [reader, stranger, olga, carl];
const groupOf: Readonly<Record<string, string>> = {
  [olga]: logsTeam,
  [carl]: shopTeam,
};

/** What there is between a person and a service. */
const bond = fc.record({
  followedAt: fc.constantFrom(undefined, daysAgo(2), daysAgo(1)),
  contact: fc.constantFrom(undefined, undefined, 'invited', 'seen', 'declined'),
  isOfLastRound: fc.constantFrom(false, false, false, true),
  answer: fc.constantFrom(undefined, undefined, 'kept', 'withdrawn'),
});

type Bond = typeof bond extends fc.Arbitrary<infer T>
  ? T & { readonly key: readonly [userRef: string, entityRef: string] }
  : never;

interface World {
  readonly assessed: readonly Assessed[];
  readonly bonds: readonly Bond[];
  readonly isOpen: boolean;
}

const toFollowRows = ({ key, followedAt }: Bond): Row[] =>
  followedAt
    ? [{ entity_ref: key[1], user_ref: key[0], followed_at: followedAt }]
    : [];

const toContactRows = ({ key, contact, isOfLastRound }: Bond): Row[] =>
  contact
    ? [
        {
          user_ref: key[0],
          entity_ref: key[1],
          round_id: (isOfLastRound ? lastRound : openRound).id,
          outcome: contact,
          is_invited: contact === 'invited',
          contacted_on: daysAgo(1),
        },
      ]
    : [];

const secretOf = (id: string) =>
  String(roundRows.find(row => row.id === id)!.secret);

const toAnswerRows = ({ key, answer }: Bond): Row[] =>
  answer
    ? [
        {
          round_id: openRound.id,
          entity_ref: key[1],
          link: linkOf(secretOf(openRound.id), key[0], key[1]),
          ratings: '{}',
          past: '{}',
          as_feedback: false,
          is_withdrawn: answer === 'withdrawn',
        },
      ]
    : [];

function listRatings(
  { bonds, isOpen }: World,
  user: string,
  byText: (one: string, other: string) => number,
) {
  if (!isOpen) return [];
  const own = bonds.filter(({ key }) => key[0] === user);
  const bondWith = (ref: string) => own.find(({ key }) => key[1] === ref);
  const followed = own
    .filter(({ followedAt }) => followedAt)
    .sort(
      (one, other) =>
        +other.followedAt! - +one.followedAt! ||
        byText(one.key[1], other.key[1]),
    )
    .map(({ key }) => key[1]);
  const used = user === carl ? usedByWebsite : [];
  return [...new Set([...followed, ...used])]
    .filter(ref => isFound(user, ref) && ownerOf(ref) !== groupOf[user])
    .filter(ref => bondWith(ref)?.answer !== 'kept')
    .map(entityRef => {
      const { contact, isOfLastRound } = bondWith(entityRef) ?? {};
      return {
        entityRef,
        title: catalogTitleOf(entityRef),
        contact: isOfLastRound ? undefined : contact,
      };
    })
    .filter(({ contact }) => contact !== 'declined')
    .map(({ contact, ...wanted }) => ({
      ...wanted,
      isInvited: contact === 'invited',
      isNoted: contact !== undefined,
    }))
    .sort(
      (one, other) =>
        Number(other.isInvited) - Number(one.isInvited) ||
        one.title.localeCompare(other.title, 'en'),
    );
}

async function compare(stage: Stage, world: World, user: string) {
  const byText = await stage.rank([
    ...[...services, ...orphans],
    ...new Set(titles.map(title => title.toLowerCase())),
  ]);
  const isOf = (ref: string | undefined) =>
    ref !== undefined && [user, groupOf[user]].includes(ref);
  const own = listedFor(user, world.assessed)
    .filter(({ owner, productManager }) => isOf(owner) || isOf(productManager))
    .sort(
      (one, other) =>
        byText(one.title.toLowerCase(), other.title.toLowerCase()) ||
        byText(one.key, other.key),
    );
  // Their own that the catalog has, the first to fall first.
  const risks = own
    .flatMap(service => {
      const atRisk = atRiskOf(service);
      return atRisk && isFound(user, service.key)
        ? [{ entityRef: service.key, atRisk }]
        : [];
    })
    .sort(
      (one, other) =>
        one.atRisk.until.localeCompare(other.atRisk.until) ||
        one.entityRef.localeCompare(other.entityRef, 'en'),
    )
    .map(({ entityRef, atRisk }) => ({
      kind: 'at-risk',
      entityRef,
      title: catalogTitleOf(entityRef),
      at: atRisk.until,
      atRisk,
      criteria: [criteria.guide],
    }));
  const { id, opensAt, closesAt } = openRound;
  const ratings = listRatings(world, user, byText);
  await compareAnswer(
    stage,
    { operation: 'getHome', user },
    {
      round: world.isOpen
        ? {
            id,
            opensAt: opensAt.toISOString(),
            closesAt: closesAt.toISOString(),
            k: 5,
            commentThreshold: 10,
          }
        : undefined,
      waiting: {
        items: risks.slice(0, 10),
        counts: risks.length ? { 'at-risk': risks.length } : {},
        totalItems: risks.length,
      },
      ratings,
      totalRatings: ratings.length,
      services: own.map(service => toItem(service, undefined)),
      totalServices: own.length,
    },
  );
}

/** What concerns one person. */
export const home: ListModel = createListModel<World, string>({
  operations: ['getHome'],
  world: fc.record({
    assessed: assessedServices,
    bonds: someOf(
      people.flatMap(user => services.map(ref => [user, ref] as const)),
      bond,
    ),
    isOpen: fc.constantFrom(true, true, true, false),
  }),
  ask: fc.constantFrom(...people, carl, carl),
  toTables: ({ assessed, bonds, isOpen }) => ({
    ...toServiceTables(assessed),
    satisfaction_rounds: roundRows.filter(
      ({ id }) => isOpen || id !== openRound.id,
    ),
    updates_follows: bonds.flatMap(toFollowRows),
    satisfaction_contacts: bonds.flatMap(toContactRows),
    satisfaction_answers: isOpen ? bonds.flatMap(toAnswerRows) : [],
  }),
  compare,
});
