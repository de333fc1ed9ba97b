import { EventInput } from '@platform-product/backstage-plugin-common';

/**
 * An event that was planned before the suite kept it.
 *
 * @public
 */
export interface EventRecord extends EventInput {
  /** Names the event for good: the same key is imported only once. */
  readonly key: string;
  /** Full ref of the service. */
  readonly entityRef: string;
  /** User ref. */
  readonly by: string;
  /** When it was published; nobody is told. */
  readonly at: Date;
}
