import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, GraphQLSchema } from 'graphql';

const FILE = '@octokit/graphql-schema/schema.graphql';

/** The schema of GitHub's GraphQL API, as GitHub publishes it. */
export function readGitHubSchema(): GraphQLSchema {
  // The package exports its code only, hence the search for its file.
  const path = (require.resolve.paths(FILE) ?? [])
    .map(folder => join(folder, FILE))
    .find(existsSync);
  if (!path) throw new Error(`No '${FILE}' found`);
  return buildSchema(readFileSync(path, 'utf8'), { assumeValid: true });
}
