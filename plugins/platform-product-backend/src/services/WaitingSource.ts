import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  WaitingFor,
  WaitingItem,
} from '@platform-product/backstage-plugin-common';
import { ServiceEntity } from '../catalog/ServiceCatalog';

/** Whoever asks what waits for them. */
export interface WaitingReader {
  readonly userRef: string;
  readonly isSteward: boolean;
  readonly credentials: BackstageCredentials;
  /** Services that they own or manage, as far as they see them. */
  readonly own: readonly ServiceEntity[];
}

/**
 * What of a room waits for somebody, those that press most first and not more than
 * `mostWaiting` of a kind; a constant number of queries and of catalog and permission
 * calls.
 */
export interface WaitingSource {
  listWaiting(reader: WaitingReader): Promise<readonly WaitingItem[]>;
}

/** Nobody works through more than these; what is beyond them is not counted. */
export const mostWaiting = 200;

/** The earliest first. */
export function byTime(one: WaitingFor, other: WaitingFor): number {
  const [a, b] = [one, other].map(({ at, entityRef }) => `${at} ${entityRef}`);
  return a < b ? -1 : Number(a > b);
}
