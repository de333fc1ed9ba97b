import { nobody, service } from '../startTestPlugin';

/**
 * Who calls, by the role that they have: of the services, of what is kept about
 * them, or of the installation.
 */
export const callers = {
  owner: 'user:default/olga',
  manager: 'user:default/maya',
  steward: 'user:default/stella',
  admin: 'user:default/root',
  /** On the rosters, asked for reviews. */
  reviewer: 'user:default/rita',
  /** Wrote all that is kept about the services, and has no other role. */
  author: 'user:default/ada',
  person: 'user:default/carl',
  /** May not read the services. */
  stranger: 'user:default/hank',
  service,
  nobody,
} as const;

export type Role = keyof typeof callers;

export const roles = Object.keys(callers) as Role[];
