import { ContactOutcome } from '@platform-product/backstage-plugin-common';
import { Knex } from 'knex';
import { insertMany } from '../../database/insertMany';
import { lock } from '../../database/lock';
import { chunksOf, dayOf } from '../../database/values';
import { ContactStore } from './ContactStore';

const contacts = 'satisfaction_contacts';
const invited = 'satisfaction_invited';
const mostValues = 400;
/** One at a time, for a person may be asked for several services at once. */
const claimLock = 'satisfaction contacts';

/** Keeps contacts in the plugin's database. */
export class DatabaseContactStore implements ContactStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async claim(options: Parameters<ContactStore['claim']>[0]) {
    const { entityRef, roundId, userRefs, at } = options;
    const wanted = [...new Set(userRefs)];
    return this.#knex.transaction(async transaction => {
      await lock(transaction, claimLock);
      const asked = new Set<string>();
      for (const some of chunksOf(wanted, mostValues)) {
        const rows: Array<{ user_ref: string }> = await transaction(contacts)
          .whereIn('user_ref', some)
          .where(since =>
            since
              .where({ entity_ref: entityRef, round_id: roundId })
              .orWhere(here =>
                here
                  .where('entity_ref', entityRef)
                  .where('contacted_on', '>', dayOf(options.notForService)),
              ),
          )
          .distinct('user_ref');
        for (const { user_ref: userRef } of rows) asked.add(userRef);
      }
      const claimed = wanted.filter(userRef => !asked.has(userRef));
      // Whoever was claimed, so that nobody learns whether somebody was.
      if (wanted.length) {
        await transaction(invited)
          .insert({
            entity_ref: entityRef,
            round_id: roundId,
            invited_on: dayOf(at),
          })
          .onConflict(['entity_ref', 'round_id'])
          .ignore();
      }
      await insertMany(
        transaction,
        contacts,
        claimed.map(userRef => ({
          user_ref: userRef,
          entity_ref: entityRef,
          round_id: roundId,
          outcome: 'invited',
          is_invited: true,
          contacted_on: dayOf(at),
        })),
      );
      return claimed;
    });
  }

  async note(contact: Parameters<ContactStore['note']>[0]): Promise<void> {
    await this.#knex.transaction(async transaction => {
      await lock(transaction, claimLock);
      const insert = transaction(contacts)
        .insert({
          user_ref: contact.userRef,
          entity_ref: contact.entityRef,
          round_id: contact.roundId,
          outcome: contact.outcome,
          is_invited: false,
          contacted_on: dayOf(contact.at),
        })
        .onConflict(['user_ref', 'entity_ref', 'round_id']);
      // To see it again does not take back a refusal.
      await (contact.outcome === 'seen'
        ? insert.ignore()
        : insert.merge(['outcome']));
    });
  }

  async listOf(person: Parameters<ContactStore['listOf']>[0]) {
    const rows: Array<{ entity_ref: string; outcome: ContactOutcome }> =
      await this.#knex(contacts)
        .where({ user_ref: person.userRef, round_id: person.roundId })
        .select('entity_ref', 'outcome');
    return new Map(rows.map(row => [row.entity_ref, row.outcome]));
  }

  async listStillInvited(roundId: string) {
    const rows: Array<{ entity_ref: string; user_ref: string }> =
      await this.#knex(contacts)
        .where({ round_id: roundId, is_invited: true })
        .whereNot('outcome', 'declined')
        .select('entity_ref', 'user_ref');
    const people = new Map<string, string[]>();
    for (const { entity_ref: ref, user_ref: userRef } of rows) {
      const others = people.get(ref);
      if (others) others.push(userRef);
      else people.set(ref, [userRef]);
    }
    return people;
  }

  async listInvited(entityRefs: readonly string[]) {
    const rounds = new Map<string, Set<string>>();
    for (const some of chunksOf(entityRefs, mostValues)) {
      const rows: Array<{ entity_ref: string; round_id: string }> =
        await this.#knex(invited).whereIn('entity_ref', some);
      for (const { entity_ref: ref, round_id: roundId } of rows) {
        rounds.set(ref, (rounds.get(ref) ?? new Set()).add(roundId));
      }
    }
    return rounds;
  }

  async forget(options: Parameters<ContactStore['forget']>[0]) {
    const { before, exceptRoundId = '' } = options;
    await this.#knex(contacts)
      .where('contacted_on', '<', dayOf(before))
      .whereNot('round_id', exceptRoundId)
      .delete();
    await this.#knex(invited)
      .where('invited_on', '<', dayOf(before))
      .whereNot('round_id', exceptRoundId)
      .delete();
  }

  async erase(transaction: Knex.Transaction, userRef: string): Promise<void> {
    await transaction(contacts).where('user_ref', userRef).delete();
  }
}
