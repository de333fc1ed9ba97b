import { useCallback, useMemo } from 'react';
import { PortfolioQuery } from '@platform-product/backstage-plugin-common';
import { portfolioQuerySchema } from '@platform-product/backstage-plugin-common/rules';
import { useSearchParams } from 'react-router-dom';

const fields = [
  'level',
  'owner',
  'kind',
  'system',
  'atRisk',
  'text',
  'sort',
  'order',
  'cursor',
] as const;

export type PortfolioChange = Partial<
  Record<(typeof fields)[number], readonly string[] | string | undefined>
>;

function readQuery(search: URLSearchParams): PortfolioQuery {
  const given = fields.flatMap(field => {
    const values = search.getAll(field).filter(Boolean);
    if (!values.length) return [];
    return [[field, values.length > 1 ? values : values[0]] as const];
  });
  // A field that somebody spoiled in the URL counts as left out.
  const good = given.filter(
    ([field, value]) =>
      portfolioQuerySchema.shape[field].safeParse(value).success,
  );
  return portfolioQuerySchema.parse(Object.fromEntries(good));
}

/** What the portfolio shows, kept in the URL. */
export function usePortfolioState() {
  const [search, setSearch] = useSearchParams();
  const query = useMemo(() => readQuery(search), [search]);
  const change = useCallback(
    (changes: PortfolioChange) =>
      setSearch(previous => {
        const next = new URLSearchParams(previous);
        // Another list starts on its first page.
        for (const [field, value] of Object.entries({
          cursor: undefined,
          ...changes,
        })) {
          next.delete(field);
          for (const item of [value ?? []].flat()) next.append(field, item);
        }
        return next;
      }),
    [setSearch],
  );
  const clear = useCallback(() => setSearch({}), [setSearch]);
  return { query, change, clear };
}
