import { ServiceUnavailableError } from '@backstage/errors';

/**
 * A forge asks to come back later, or does not answer for now. It still is a
 * `ServiceUnavailableError` to everybody who does not care when to come back.
 *
 * @public
 */
export class ForgeBusyError extends ServiceUnavailableError {
  /** When the forge can be asked again; absent where it did not say. */
  readonly retryAt?: Date;

  constructor(message: string, options: { retryAt?: Date; cause?: unknown }) {
    super(message, options.cause);
    this.retryAt = options.retryAt;
  }
}
