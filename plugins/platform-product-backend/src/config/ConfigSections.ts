import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { z } from 'zod';

const root = 'platformProduct';

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key],
    value,
  );
}

/** What is wrong at a place in `platformProduct`. */
export function configError(
  path: readonly PropertyKey[],
  value: unknown,
  problem: string,
): InputError {
  return new InputError(
    `Invalid configuration at '${[root, ...path].join(
      '.',
    )}', got ${JSON.stringify(value)}: ${problem}`,
  );
}

/**
 * `platformProduct` in the configuration. The ground and each room read their own
 * sections of it; what nobody reads is refused at last.
 */
export class ConfigSections {
  readonly #values: Readonly<Record<string, unknown>>;
  readonly #read = new Set<string>();

  /** @throws InputError where `platformProduct` is something else than an object */
  constructor(config: Config) {
    const values = config.getOptional(root) ?? {};
    if (typeof values !== 'object' || Array.isArray(values)) {
      throw configError([], values, 'expected an object');
    }
    this.#values = values as Readonly<Record<string, unknown>>;
  }

  /**
   * Reads the sections that a schema names.
   *
   * @throws InputError naming the path, the value and what was expected of every
   * bad value in them
   */
  read<TShape extends z.ZodRawShape>(
    shape: TShape,
  ): z.output<z.ZodObject<TShape>> {
    const names = Object.keys(shape);
    names.forEach(name => this.#read.add(name));
    const parsed = z
      .object(shape)
      .safeParse(
        Object.fromEntries(names.map(name => [name, this.#values[name]])),
      );
    if (parsed.success) return parsed.data;
    throw new InputError(
      parsed.error.issues.map(issue => this.#describe(issue)).join('\n'),
    );
  }

  /** @throws InputError where a section stands that nobody has read */
  refuseOthers(): void {
    const others = Object.keys(this.#values).filter(
      name => !this.#read.has(name),
    );
    if (!others.length) return;
    const names = others.map(name => `"${name}"`).join(', ');
    throw configError(
      [],
      this.#values,
      `Unrecognized ${others.length > 1 ? 'keys' : 'key'}: ${names}`,
    );
  }

  #describe(issue: z.core.$ZodIssue): string {
    // Of a key it only says that it is invalid; why is one level deeper.
    const { message } = issue.code === 'invalid_key' ? issue.issues[0] : issue;
    const value = valueAt(this.#values, issue.path);
    return configError(issue.path, value, message).message;
  }
}
