import { PortfolioQuery } from '@platform-product/backstage-plugin-common';

/** The query as the API takes it, without what is at its default anyway. */
export function toPortfolioRequest({ atRisk, ...query }: PortfolioQuery) {
  return {
    ...query,
    level: query.level?.map(String),
    atRisk: atRisk === undefined ? undefined : (`${atRisk}` as const),
  };
}
