import { InputError } from '@backstage/errors';
import {
  Figures,
  figuresSchema,
} from '@platform-product/backstage-plugin-common';
import { RecordImport } from '@platform-product/backstage-plugin-node';
import { priorOf, ReleaseStore } from './releases/ReleaseStore';
import { ReplyStore } from './replies/ReplyStore';
import { RoundStore } from './rounds/RoundStore';

/** Brings in scores of past rounds; rounds that are known stay as they are. */
export class RatingImporter {
  readonly #rounds: RoundStore;
  readonly #releases: ReleaseStore;
  readonly #replies: ReplyStore;
  readonly #now: () => Date;

  constructor(options: {
    rounds: RoundStore;
    releases: ReleaseStore;
    replies: ReplyStore;
    now: () => Date;
  }) {
    this.#rounds = options.rounds;
    this.#releases = options.releases;
    this.#replies = options.replies;
    this.#now = options.now;
  }

  /** @throws InputError for a round that is not over, or too few answers */
  async run(source: RecordImport): Promise<void> {
    const now = this.#now();
    const records = await source.loadRatings?.({ now });
    if (!records) return;
    for (const round of records.rounds) {
      if (round.closesAt > now) {
        throw new InputError(`The round '${round.id}' to import is not over`);
      }
      const releases = records.releases.filter(
        ({ roundId }) => roundId === round.id,
      );
      for (const { entityRef, figures } of releases) {
        if (!rests(figuresSchema.parse(figures), round)) {
          throw new InputError(
            `The scores of '${entityRef}' in '${round.id}' to import rest on too few answers`,
          );
        }
      }
      if (!(await this.#rounds.addPast(round))) continue;
      for (const release of releases) await this.#releases.addPast(release);
      await this.#rounds.savePrior(round.id, priorOf(releases));
      for (const { at, ...reply } of records.replies) {
        if (reply.roundId !== round.id) continue;
        await this.#replies.save({ ...reply, at: at.toISOString() });
      }
    }
  }
}

/** With fewer, whoever knows two answers would know the third. */
const smallestK = 3;

/** Whether all that is to be shown rests on enough answers. */
function rests(
  { participation, features, comments }: Figures,
  round: { readonly k: number; readonly commentThreshold: number },
): boolean {
  const k = Math.max(round.k, smallestK);
  const answered = participation
    ? participation.complete + participation.partial
    : undefined;
  return (
    (answered ?? k) >= k &&
    (!comments || (answered ?? 0) >= Math.max(round.commentThreshold, k)) &&
    Object.values(features).every(
      ({ counts }) => counts.reduce((sum, some) => sum + some, 0) >= k,
    )
  );
}
