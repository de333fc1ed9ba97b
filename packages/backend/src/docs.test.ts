import { readdirSync, readFileSync } from 'fs';
import { join, resolve } from 'path';
import {
  AnyRouteDefinition,
  routes,
} from '@platform-product/backstage-plugin-common';

const root = resolve(__dirname, '../../..');
const backend = join(root, 'plugins/platform-product-backend/src');

const administration = readFileSync(
  join(root, 'docs/administration.md'),
  'utf8',
);

/** The cells of all rows of tables whose first cell is code. */
const rows = administration
  .split('\n')
  .filter(line => /^\s*\|\s*`/.test(line))
  .map(line =>
    line
      .trim()
      .split(/\s*\|\s*/)
      .slice(1, -1),
  );

/** All that a pattern finds in the sources of the backend. */
function found(pattern: RegExp): string[] {
  const sources = readdirSync(backend, { recursive: true, encoding: 'utf8' })
    .filter(path => /(?<!\.test)\.ts$/.test(path))
    .filter(path => !path.includes('__testUtils__'))
    .map(path => readFileSync(join(backend, path), 'utf8'));
  return sources.flatMap(text =>
    [...text.matchAll(pattern)].map(([, name]) => name),
  );
}

describe('the administrator’s page', () => {
  it('has every audit event, and what it says', () => {
    const writes = Object.values<AnyRouteDefinition>(routes).filter(
      ({ method }) => method !== 'get',
    );
    const expected = writes.map(
      ({ operationId, audited, confidential, path }) => [
        `\`${operationId.replace(/[A-Z]/g, x => `-${x.toLowerCase()}`)}\``,
        [
          ...[...path.matchAll(/:(\w+)/g)]
            .map(([, name]) => name)
            .filter(name => !['kind', 'namespace', 'name'].includes(name)),
          ...audited,
        ]
          .map(name => `\`${name}\``)
          .join(', '),
        confidential ? 'nobody' : 'the caller',
      ],
    );
    const ids = expected.map(([id]) => id);
    expect(rows.filter(([id]) => ids.includes(id))).toEqual(expected);
  });

  it('has every task', () => {
    const tasks = found(/\bid: '(platform-product-[\w-]+)'/g);
    expect(tasks.length).toBeGreaterThan(5);
    expect(
      rows
        .map(([id]) => id.replaceAll('`', ''))
        .filter(id => id.startsWith('platform-product-'))
        .sort(),
    ).toEqual(tasks.sort());
  });

  it('has every metric', () => {
    const metrics = found(/'(platform_product\.[\w.]+)'/g);
    expect(metrics.length).toBeGreaterThan(2);
    const told = [...administration.matchAll(/`(platform_product\.[\w.]+)`/g)];
    expect(told.map(([, name]) => name).sort()).toEqual(metrics.sort());
  });

  it('has every topic of notifications', () => {
    const topics = [...new Set(found(/\btopic(?::| =) '([\w ]+)'/g))].sort();
    expect(topics.length).toBeGreaterThan(4);
    const named = rows.map(([name]) => name.slice(1, -1));
    expect(named.filter(name => topics.includes(name))).toEqual(topics);
  });
});
