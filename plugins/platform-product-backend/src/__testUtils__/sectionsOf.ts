import { ConfigReader } from '@backstage/config';
import { ConfigSections } from '../config/ConfigSections';

/** A configuration with this in `platformProduct`. */
export function sectionsOf(platformProduct?: unknown): ConfigSections {
  return new ConfigSections(new ConfigReader({ platformProduct } as never));
}

/** How reading a bad configuration ends. */
export function problemOf(read: () => unknown): string {
  try {
    read();
    return 'none';
  } catch (error) {
    return `${error}`;
  }
}
