import { RecordImport } from '@platform-product/backstage-plugin-node';
import { AvailabilityStore } from '../availability/AvailabilityStore';
import { RosterStore } from './RosterStore';

/** Brings in rosters that were kept elsewhere; known people stay as they are. */
export class RosterImporter {
  readonly #roster: RosterStore;
  readonly #availability: AvailabilityStore;
  readonly #now: () => Date;

  constructor(options: {
    roster: RosterStore;
    availability: AvailabilityStore;
    now: () => Date;
  }) {
    this.#roster = options.roster;
    this.#availability = options.availability;
    this.#now = options.now;
  }

  async run(source: RecordImport): Promise<void> {
    const now = this.#now();
    const records = await source.loadRosters?.({ now });
    if (!records) return;
    for (const { entityRef, reviewers } of records.rosters) {
      for (const { userRef, terms, agreedAt, leftAt, sponsor } of reviewers) {
        await this.#roster.update(
          { entityRef, userRef },
          known =>
            known ?? {
              entityRef,
              userRef,
              agreed: terms,
              sponsor,
              agreedAt: agreedAt.toISOString(),
              leftAt: leftAt?.toISOString(),
            },
          now,
        );
      }
    }
    const known = await this.#availability.list(
      records.availability.map(({ userRef }) => userRef),
    );
    for (const { userRef, availability } of records.availability) {
      if (known.has(userRef)) continue;
      await this.#availability.save(userRef, availability, now);
    }
  }
}
