import { Rating } from '@platform-product/backstage-plugin-common';
import { Answer } from '@platform-product/backstage-plugin-common/rules';
import * as fc from 'fast-check';
import { Adversary } from './Adversary';
import { ReleaseRecorder } from './ReleaseRecorder';
import { people, services, World } from './World';

const person = fc.constantFrom(...people);
const service = fc.constantFrom(...services);
const rating: fc.Arbitrary<Rating | undefined> = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 5 }) },
  { weight: 1, arbitrary: fc.constant('cant-say' as const) },
  { weight: 1, arbitrary: fc.constant(undefined) },
);
const answer = fc.record({
  leverage: rating,
  usability: rating,
  reliability: rating,
  cost: rating,
  latency: rating,
  commented: fc.constantFrom('no', 'no', 'comment', 'feedback'),
});

function actOf<TKind extends string, T extends object>(
  kind: TKind,
  fields: { [K in keyof T]: fc.Arbitrary<T[K]> },
): fc.Arbitrary<{ readonly kind: TKind } & T> {
  return fc
    .record(fields)
    .map(values => ({ kind, ...(values as unknown as T) }));
}

// The same people come again, and change what they said.
const someOf = (most: number) =>
  fc.uniqueArray(person, { minLength: 1, maxLength: most });

const act = fc.oneof(
  {
    weight: 10,
    arbitrary: actOf('answer', { service, who: someOf(7), answer }),
  },
  { weight: 2, arbitrary: actOf('withdraw', { service, who: someOf(5) }) },
  { weight: 1, arbitrary: actOf('erase', { who: person }) },
  { weight: 6, arbitrary: actOf('release', {}) },
  { weight: 1, arbitrary: actOf('end', {}) },
  { weight: 1, arbitrary: actOf('move', { service }) },
  { weight: 1, arbitrary: actOf('join', { who: person }) },
  { weight: 1, arbitrary: actOf('invite', { service }) },
  { weight: 1, arbitrary: actOf('decline', { service, who: person }) },
);

/** What people may do over some rounds. */
export const history = fc.array(act, { minLength: 6, maxLength: 24 });

type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

/** An answer says something, and nothing is left undefined. */
function toAnswer(
  ratings: Answer['ratings'],
  comment: string | undefined,
  asFeedback: boolean,
): Answer {
  const given = Object.entries(ratings).filter(([, value]) => value);
  return {
    ratings: given.length
      ? Object.fromEntries(given)
      : { leverage: 'cant-say' },
    ...(comment && { comment, asFeedback }),
  };
}

/** Acts that everybody may see. */
const publicActs: readonly string[] = ['move', 'invite'];

async function doOne(
  world: World,
  adversary: Adversary,
  one: Act,
  place: { readonly history: number; readonly number: number },
) {
  switch (one.kind) {
    case 'answer': {
      const { commented, ...ratings } = one.answer;
      for (const who of one.who) {
        const comment =
          commented === 'no'
            ? undefined
            : `${place.history}-says-${place.number}-${who.slice(-2)}.`;
        const said = toAnswer(ratings, comment, commented === 'feedback');
        if (await world.answer(who, one.service, said)) {
          adversary.noteAnswer(who, one.service, said);
        }
      }
      return;
    }
    case 'withdraw':
      for (const who of one.who) {
        await world.withdraw(who, one.service);
        adversary.noteWithdrawal(who, one.service);
      }
      return;
    case 'erase':
      await world.erase(one.who);
      adversary.noteErasure(one.who);
      await adversary.searchFor(one.who);
      return;
    case 'move':
      await world.move(one.service);
      return;
    case 'join':
      await world.joinOrLeave(one.who);
      return;
    case 'invite':
      await world.invite(one.service);
      return;
    case 'decline':
      await world.decline(one.who, one.service);
      return;
    default:
      throw new Error(`Nobody does ${one.kind}`);
  }
}

/** So that nobody says what was said in an earlier history. */
let histories = 0;

/** Lives through a history, and answers with what an adversary finds out. */
export async function live(
  world: World,
  recorder: ReleaseRecorder,
  acts: readonly Act[],
): Promise<readonly string[]> {
  histories += 1;
  const adversary = new Adversary(world);
  await world.tick();
  recorder.take();
  let view = await world.look();
  for (const [number, one] of [...acts, { kind: 'end' as const }].entries()) {
    if (one.kind === 'release' || one.kind === 'end') {
      // Nothing has shown since the last look.
      adversary.compare(view, await world.look(), 'something');
      // What is closed leaves no link and no secret behind to search for.
      await adversary.searchWords();
      await adversary.searchTables();
      await (one.kind === 'end' ? world.endRound() : world.tick());
      view = await world.look();
      adversary.study(recorder.take(), view);
      await adversary.searchTables();
      if (one.kind === 'end') await adversary.searchFiles();
    } else {
      const isPublic = publicActs.includes(one.kind);
      if (isPublic) adversary.compare(view, await world.look(), 'something');
      await doOne(world, adversary, one, { history: histories, number });
      if (isPublic) view = await world.look();
    }
    if (adversary.findings.length) break;
  }
  await adversary.searchWords();
  return adversary.findings;
}
