/** The API gives no more at once. */
const mostItems = 200;

/** A page of a list, as the API has it. */
interface Page {
  readonly items: readonly unknown[];
  readonly pageInfo: { readonly nextCursor?: string };
}

/** Reads a list from its start until there are so many items, in as few calls as it takes. */
export async function readUntil<TPage extends Page>(
  count: number,
  read: (paging: { limit: string; cursor?: string }) => Promise<TPage>,
): Promise<TPage> {
  const limit = `${Math.min(count, mostItems)}`;
  let list = await read({ limit });
  while (list.items.length < count && list.pageInfo.nextCursor) {
    const next = await read({ limit, cursor: list.pageInfo.nextCursor });
    list = { ...next, items: [...list.items, ...next.items] };
  }
  return list;
}
