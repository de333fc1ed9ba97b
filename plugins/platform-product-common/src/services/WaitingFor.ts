import { z } from 'zod';

/** What every item that waits for somebody says; rooms add what it is. */
export const waitingFields = {
  entityRef: z.string(),
  title: z.string().describe('What people call the service.'),
  at: z.iso
    .datetime()
    .describe('Since when it waits, or when something is going to end.'),
};

/**
 * Something about a service that waits for one person.
 *
 * @public
 */
export interface WaitingFor {
  /** Full ref of the service, in lower case. */
  readonly entityRef: string;
  /** What people call the service. */
  readonly title: string;
  /** Since when it waits, or when something is going to end; in ISO 8601. */
  readonly at: string;
}
