import { z } from 'zod';
import { RatedFeature } from '../satisfaction/features';
import { Figures } from '../satisfaction/release';
import {
  ScoreChange,
  scoreChange,
  scoreChangeSchema,
} from '../satisfaction/scores';

export const scoreMoveStates = [
  'up',
  'down',
  'none',
  'not-yet',
  'hidden',
  'nothing-before',
] as const satisfies readonly ScoreMove['state'][];

/**
 * Whether the score of a feature has moved since something shipped.
 *
 * @public
 */
export interface ScoreMove {
  /**
   * Up or down; none, where no change can be detected; not yet, before a round that
   * began afterwards is over and released; hidden, where too few have answered; nothing
   * before, where no round was released that was over by then.
   */
  readonly state:
    | 'up'
    | 'down'
    | 'none'
    | 'not-yet'
    | 'hidden'
    | 'nothing-before';
  /** Id of the round that began afterwards. */
  readonly roundId?: string;
  /** Against the last round before it shipped, with its interval. */
  readonly change?: ScoreChange;
}

export const scoreMoveSchema: z.ZodType<ScoreMove> = z
  .object({
    state: z.enum(scoreMoveStates),
    roundId: z.string().optional(),
    change: scoreChangeSchema.optional(),
  })
  .meta({ id: 'ScoreMove' });

/** What was released of one service and round. */
export interface RoundFigures {
  readonly roundId: string;
  readonly opensAt: Date;
  /** The first moment that does not belong to the round. */
  readonly closesAt: Date;
  readonly features: Figures['features'];
}

/**
 * Whether the score of a feature has moved since something shipped: the last released
 * round that was over by then, against the first that began afterwards. Answers of a
 * round in which it shipped are of both times, and those of a round that still goes on
 * are not all there, so neither counts. Nothing where no feature is named.
 */
export function scoreMoved(
  item: { readonly feature?: RatedFeature; readonly shippedAt?: string },
  releases: readonly RoundFigures[],
  now: Date,
): ScoreMove | undefined {
  const { feature, shippedAt } = item;
  if (!feature || !shippedAt) return undefined;
  const shipped = +new Date(shippedAt);
  const inOrder = [...releases].sort(
    (one, other) => +one.opensAt - +other.opensAt,
  );
  const before = inOrder.filter(round => +round.closesAt <= shipped).at(-1);
  const after = inOrder.find(
    round => +round.opensAt >= shipped && +round.closesAt <= +now,
  );
  if (!before) return { state: 'nothing-before' };
  if (!after) return { state: 'not-yet' };
  const { roundId } = after;
  const [earlier, later] = [before.features[feature], after.features[feature]];
  const change =
    earlier &&
    later &&
    scoreChange(later, { roundId: before.roundId, figures: earlier });
  return change
    ? { state: change.direction, roundId, change }
    : { state: 'hidden', roundId };
}
