import {
  ANNOTATION_LOCATION,
  Entity,
  parseLocationRef,
} from '@backstage/catalog-model';
import { accountKey } from './accountsOf';
import { IdentityConfig } from './IdentityConfig';
import { loginOf } from './loginAnnotation';
import { personKey } from './personKey';

/** Under which names forges may know a User, as far as the entity says. */
export interface NamesOfUser {
  /** Person keys of logins. */
  readonly logins: readonly string[];
  /** Accounts, whatever their logins. */
  readonly accounts: readonly string[];
}

/** The annotation that Backstage's modules write beside that of the login. */
export function idAnnotationOf(userAnnotation: string): string | undefined {
  return userAnnotation.endsWith('/user-login')
    ? userAnnotation.replace(/login$/, 'id')
    : undefined;
}

function annotated(user: Entity, name: string | undefined): string | undefined {
  const value: unknown = name && user.metadata.annotations?.[name];
  return typeof value === 'string' ? value : undefined;
}

/** Host of the forge that a User was read from. */
function originOf(user: Entity): string | undefined {
  const location = annotated(user, ANNOTATION_LOCATION);
  try {
    return location && new URL(parseLocationRef(location).target).host;
  } catch {
    return undefined;
  }
}

/**
 * The names that annotations of a User hold. GitHub Enterprise has the same annotations
 * as github.com, and numbers its accounts by itself: so an id counts on the forge that the
 * User was read from, and on all of them only where that is none of these.
 */
export function namesOf(
  user: Entity,
  { hosts }: Pick<IdentityConfig, 'hosts'>,
): NamesOfUser {
  const origin = originOf(user);
  const logins: string[] = [];
  const accounts: string[] = [];
  for (const [host, names] of hosts) {
    const value = annotated(user, names.user);
    const login = value && loginOf(value, { host, baseUrl: names.baseUrl });
    if (login) logins.push(personKey({ host, login }));
    const id = annotated(user, idAnnotationOf(names.user))?.trim();
    const isElsewhere =
      origin !== host && hosts.get(origin ?? '')?.user === names.user;
    if (id && !isElsewhere) accounts.push(accountKey(host, id));
  }
  return { logins, accounts };
}
