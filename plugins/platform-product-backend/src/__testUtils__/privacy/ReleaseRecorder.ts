import { DatabaseReleaseStore } from '../../satisfaction/releases/DatabaseReleaseStore';
import {
  AnsweredService,
  CompiledRelease,
  ReleaseMaterial,
} from '../../satisfaction/releases/ReleaseStore';

/** A release with what it was made of. */
export interface MadeRelease extends AnsweredService {
  readonly material: ReleaseMaterial;
  readonly release: CompiledRelease;
}

/**
 * Writes down all releases that are made in this process, by any service, so
 * that it is known of whose answers each of them is.
 */
export class ReleaseRecorder {
  #made: MadeRelease[] = [];
  readonly #original = DatabaseReleaseStore.prototype.make;

  start() {
    const original = this.#original;
    const note = (made: MadeRelease) => this.#made.push(made);
    DatabaseReleaseStore.prototype.make = async function make(
      service,
      plan,
      options,
    ) {
      let made: MadeRelease | undefined;
      const isMade = await original.call(
        this,
        service,
        material => {
          const release = plan(material);
          made = release && { ...service, material, release };
          return release;
        },
        options,
      );
      if (isMade && made) note(made);
      return isMade;
    };
  }

  /** All since they were taken last. */
  take(): MadeRelease[] {
    const made = this.#made;
    this.#made = [];
    return made;
  }

  stop() {
    DatabaseReleaseStore.prototype.make = this.#original;
  }
}
