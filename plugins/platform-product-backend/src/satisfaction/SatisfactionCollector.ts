import { evidenceSources } from '@platform-product/backstage-plugin-common';
import {
  CollectedEvidence,
  CollectOptions,
  EvidenceCollector,
} from '@platform-product/backstage-plugin-node';
import { ContactStore } from './audience/ContactStore';
import { ReleaseStore } from './releases/ReleaseStore';
import { ReplyStore } from './replies/ReplyStore';
import { RoundService } from './rounds/RoundService';

const roundsToLookAt = 2;

/**
 * Tells whether users were asked for ratings, and whether the team answers the
 * scores. How good the scores are is nobody's evidence.
 */
export class SatisfactionCollector implements EvidenceCollector {
  readonly id = 'satisfaction';
  readonly provides = [
    evidenceSources.satisfactionRounds,
    evidenceSources.satisfactionAnswers,
  ];
  readonly #rounds: RoundService;
  readonly #releases: ReleaseStore;
  readonly #replies: ReplyStore;
  readonly #contacts: Pick<ContactStore, 'listInvited'>;

  constructor(options: {
    rounds: RoundService;
    releases: ReleaseStore;
    replies: ReplyStore;
    contacts: Pick<ContactStore, 'listInvited'>;
  }) {
    this.#rounds = options.rounds;
    this.#releases = options.releases;
    this.#replies = options.replies;
    this.#contacts = options.contacts;
  }

  /** Four queries. */
  async collect({ services }: CollectOptions): Promise<CollectedEvidence[]> {
    const entityRefs = services.map(({ entityRef }) => entityRef);
    const [rounds, releases, replies, invited] = await Promise.all([
      this.#rounds.list(),
      this.#releases.listOf(entityRefs),
      this.#replies.list(entityRefs),
      this.#contacts.listInvited(entityRefs),
    ]);
    const lately = rounds.slice(0, roundsToLookAt).map(({ id }) => id);
    const newestFirst = rounds.map(({ id }) => id);
    return entityRefs.flatMap(entityRef => {
      const isOwn = (item: { readonly entityRef: string }) =>
        item.entityRef === entityRef;
      const released = newestFirst.filter(id =>
        releases.some(item => isOwn(item) && item.roundId === id),
      );
      const isAsked = lately.some(
        id => released.includes(id) || invited.get(entityRef)?.has(id),
      );
      const answered = released.filter(id =>
        replies.some(item => isOwn(item) && item.roundId === id),
      );
      const isAnswered = released.length > 0 && answered[0] === released[0];
      return [
        {
          entityRef,
          source: evidenceSources.satisfactionRounds,
          result: isAsked ? ('pass' as const) : ('fail' as const),
          summary: isAsked
            ? 'Users were asked in one of the last two rounds'
            : 'Nobody was asked in the last two rounds',
        },
        {
          entityRef,
          source: evidenceSources.satisfactionAnswers,
          result: isAnswered ? ('pass' as const) : ('fail' as const),
          summary: describeAnswer(released[0], isAnswered),
        },
      ];
    });
  }
}

function describeAnswer(
  newest: string | undefined,
  isAnswered: boolean,
): string {
  if (!newest) return 'No scores are released yet';
  return isAnswered
    ? `The scores of ${newest} carry the team’s answer`
    : `The scores of ${newest} wait for the team’s answer`;
}
