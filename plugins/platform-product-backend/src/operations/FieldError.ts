import { InputError } from '@backstage/errors';

/**
 * A rule that a field of a request breaks. Where in the request the field stands
 * is for the transport to say.
 */
export class FieldError extends InputError {
  readonly field: string;
  readonly reason: string;

  constructor(field: string, reason: string) {
    super(`Invalid request: ${field}: ${reason}`);
    this.field = field;
    this.reason = reason;
  }
}
