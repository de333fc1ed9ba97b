import { ConflictError } from '@backstage/errors';
import {
  FeatureScore,
  OverallScore,
  Participation,
  RatedFeature,
  Satisfaction,
  ScoresReply,
} from '@platform-product/backstage-plugin-common';
import {
  overallScore,
  ratedFeatures,
  responseRate,
  scoreChange,
  scoreOf,
  scoreTrend,
} from '@platform-product/backstage-plugin-common/rules';
import { Reassess } from '../../maturity/Levels';
import { AudienceService } from '../audience/AudienceService';
import { ReplyStore } from '../replies/ReplyStore';
import { RoundService, toRound } from '../rounds/RoundService';
import { StoredRound } from '../rounds/RoundStore';
import { ReleaseStore, StoredRelease } from './ReleaseStore';

/** An invitation in an earlier round was long ago. */
const roundsToLookAt = 2;

/** A release with its round. */
interface Released extends StoredRelease {
  readonly round: StoredRound;
}

/** Shows what was published, and nothing else: it never reads an answer. */
export class ScoreService {
  readonly #rounds: RoundService;
  readonly #releases: ReleaseStore;
  readonly #replies: ReplyStore;
  readonly #audience: Pick<AudienceService, 'listInvited'>;
  readonly #reassess: Reassess;
  readonly #now: () => Date;

  constructor(options: {
    rounds: RoundService;
    releases: ReleaseStore;
    replies: ReplyStore;
    audience: Pick<AudienceService, 'listInvited'>;
    reassess: Reassess;
    now: () => Date;
  }) {
    this.#rounds = options.rounds;
    this.#releases = options.releases;
    this.#replies = options.replies;
    this.#audience = options.audience;
    this.#reassess = options.reassess;
    this.#now = options.now;
  }

  /** Four queries, however many answers there are. */
  async get(entityRef: string): Promise<Satisfaction> {
    const [rounds, releases, replies, invited] = await Promise.all([
      this.#rounds.list(),
      this.#releases.listOf([entityRef]),
      this.#replies.list([entityRef]),
      this.#audience.listInvited([entityRef]),
    ]);
    const open = this.#rounds.openOf(rounds);
    const released = inOrder(rounds, releases);
    const newest = released.at(-1);
    const { participation, comments } = newest?.figures ?? {};
    // It must not show whether anybody has answered, only whether they were asked.
    const isAsked =
      newest ||
      rounds
        .slice(0, roundsToLookAt)
        .some(({ id }) => invited.get(entityRef)?.has(id));
    const unseen = isAsked ? 'hidden' : 'none';
    return {
      round: open && toRound(open),
      scoresOf: newest?.roundId,
      state: newest ? 'shown' : unseen,
      participation: participation && describeParticipation(participation),
      features: ratedFeatures.map(feature =>
        describeFeature(feature, released, unseen),
      ),
      comments: {
        state: comments ? 'shown' : unseen,
        items: comments ?? [],
      },
      reply: findReply(replies, newest?.roundId),
    };
  }

  /** One score for each of the given services, from its newest release; two queries. */
  async listOverall(
    entityRefs: readonly string[],
  ): Promise<ReadonlyMap<string, OverallScore>> {
    const [rounds, releases] = await Promise.all([
      this.#rounds.list(),
      this.#releases.listOf(entityRefs),
    ]);
    const scores = new Map<string, OverallScore>();
    for (const { id: roundId, prior } of rounds) {
      for (const release of releases) {
        const { entityRef, figures } = release;
        if (release.roundId !== roundId || scores.has(entityRef)) continue;
        const score = overallScore(figures.features, prior);
        if (score) scores.set(entityRef, { roundId, ...score });
      }
    }
    return scores;
  }

  /**
   * The round of the newest scores of each of the given services whose team has not
   * answered them; three queries.
   */
  async listUnanswered(
    entityRefs: readonly string[],
  ): Promise<ReadonlyMap<string, StoredRound>> {
    const [rounds, releases, replies] = await Promise.all([
      this.#rounds.list(),
      this.#releases.listOf(entityRefs),
      this.#replies.list(entityRefs),
    ]);
    const keyOf = (entityRef: string, roundId: string) =>
      JSON.stringify([entityRef, roundId]);
    const released = new Set(
      releases.map(({ entityRef, roundId }) => keyOf(entityRef, roundId)),
    );
    const answered = new Set(
      replies.map(({ entityRef, roundId }) => keyOf(entityRef, roundId)),
    );
    return new Map(
      entityRefs.flatMap(entityRef => {
        const newest = rounds.find(({ id }) =>
          released.has(keyOf(entityRef, id)),
        );
        return newest && !answered.has(keyOf(entityRef, newest.id))
          ? [[entityRef, newest] as const]
          : [];
      }),
    );
  }

  /**
   * Says what was heard in a round, in place of what was said before.
   *
   * @throws ConflictError when nothing was released of that round
   */
  async reply(
    entityRef: string,
    reply: Omit<ScoresReply, 'at'>,
  ): Promise<ScoresReply> {
    const releases = await this.#releases.listOf([entityRef]);
    if (!releases.some(({ roundId }) => roundId === reply.roundId)) {
      throw new ConflictError('No scores of this round are released');
    }
    const saved = { ...reply, at: this.#now().toISOString() };
    await this.#replies.save({ ...saved, entityRef });
    await this.#reassess(entityRef);
    return saved;
  }
}

function inOrder(
  rounds: readonly StoredRound[],
  releases: readonly StoredRelease[],
): Released[] {
  return [...rounds].reverse().flatMap(round => {
    const release = releases.find(({ roundId }) => roundId === round.id);
    return release ? [{ ...release, round }] : [];
  });
}

function describeFeature(
  feature: RatedFeature,
  released: readonly Released[],
  unseen: 'hidden' | 'none',
): FeatureScore {
  const shown = released.flatMap(({ roundId, round, figures }) => {
    const own = figures.features[feature];
    const score = own && scoreOf(own, round.prior[feature] ?? own.counts);
    return score ? [{ roundId, own, score }] : [];
  });
  const history = shown.map(({ roundId, score }) => ({
    roundId,
    n: score.n,
    ...score.good,
  }));
  const newest = shown.at(-1);
  // Figures of an older round than the others are history, not news.
  if (!newest || newest.roundId !== released.at(-1)?.roundId) {
    return { feature, state: unseen, history };
  }
  const before = shown.at(-2);
  return {
    feature,
    state: 'shown',
    score: newest.score,
    change:
      before &&
      scoreChange(newest.own, {
        roundId: before.roundId,
        figures: before.own,
      }),
    trend: scoreTrend(history.map(({ share }) => share)),
    history,
  };
}

function describeParticipation(
  participation: Participation,
): Satisfaction['participation'] {
  const { complete, partial, asked } = participation;
  const rates = responseRate({
    complete,
    partial,
    // Who declined is not told apart from who did not answer.
    declined: 0,
    noContact: Math.max(0, asked - complete - partial),
  });
  return {
    ...participation,
    rate: rates?.completeRate ?? 0,
    rateWithPartial: rates?.withPartialRate ?? 0,
  };
}

function findReply(
  replies: ReadonlyArray<ScoresReply & { readonly entityRef: string }>,
  roundId: string | undefined,
): ScoresReply | undefined {
  const found = replies.find(reply => reply.roundId === roundId);
  if (!found) return undefined;
  const { entityRef: _, ...reply } = found;
  return reply;
}
