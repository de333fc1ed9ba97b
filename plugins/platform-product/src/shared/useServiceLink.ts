import { useEntityRefLink } from '@backstage/plugin-catalog-react';

/** Where a tab of a service is, such as `maturity`. */
export function useServiceLink() {
  const linkTo = useEntityRefLink();
  return (entityRef: string, tab: string) => `${linkTo(entityRef)}/${tab}`;
}
