import { parse, validate } from 'graphql';
import { readGitHubSchema } from './__testUtils__/gitHubSchema';
import * as queries from './queries';

const schema = readGitHubSchema();

it.each(Object.entries(queries))(
  'asks what GitHub can answer: %s',
  (_, query) => {
    expect(validate(schema, parse(query))).toEqual([]);
  },
);
