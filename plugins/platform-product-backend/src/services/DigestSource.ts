/** What a digest tells of a service, beside ratings that are wanted. */
export type NewsKind = 'posts' | 'events' | 'roadmap';

/** Some news of one kind that a service has. */
export interface ServiceNews {
  readonly entityRef: string;
  readonly kind: NewsKind;
  /** Whom they are for, of those who follow or use the service. */
  readonly audience: 'everybody' | 'consumers' | 'followers';
  readonly count: number;
}

/** A time after one moment, and up to another. */
export interface Within {
  readonly since: Date;
  readonly until: Date;
}

/** What of a room stands in the digests of people. */
export interface DigestSource {
  /** What is new of all services; a constant number of queries. */
  listNews?(within: Within): Promise<readonly ServiceNews[]>;
  /** Refs of the services whose rating is wanted, by all who were invited to any. */
  listWantedRatings?(): Promise<ReadonlyMap<string, readonly string[]>>;
}
