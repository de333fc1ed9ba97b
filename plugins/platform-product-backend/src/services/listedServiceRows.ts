import { DatabaseTime, optionalText, toDate } from '../database/values';
import { ListedService } from './ServiceListStore';
import { shorten } from '../database/shorten';

/** A row of `services`. */
export interface ListedServiceRow {
  entity_ref: string;
  title: string;
  sort_title: string;
  kind: string;
  owner: string | null;
  product_manager: string | null;
  system: string | null;
  as_of: DatabaseTime;
  seen_at: DatabaseTime;
  gone_at: DatabaseTime | null;
}

const longestTitle = 255;
const longestRef = 767;

/** A title on one line that a column can take. */
export function toListedTitle(title: string): string {
  return shorten(
    // eslint-disable-next-line no-control-regex
    title.replace(/[\u0000-\u001f\u007f]|\p{Surrogate}/gu, ' '),
    longestTitle,
  );
}

/** A ref that somebody typed, if a column can take it; a longer one is nobody's. */
export function toListedRef(ref: string | undefined): string | undefined {
  const isKept =
    ref !== undefined &&
    ref.length <= longestRef &&
    // eslint-disable-next-line no-control-regex
    !/[\u0000-\u001f\u007f]|\p{Surrogate}/u.test(ref);
  return isKept ? ref : undefined;
}

export function toListedServiceRow(
  service: ListedService,
): Record<keyof ListedServiceRow, Date | string | null> {
  const title = toListedTitle(service.title);
  return {
    entity_ref: service.entityRef,
    title,
    sort_title: shorten(title.toLocaleLowerCase('en-US'), longestTitle),
    kind: service.kind,
    owner: service.owner ?? null,
    product_manager: service.productManager ?? null,
    system: service.system ?? null,
    as_of: service.asOf,
    seen_at: service.asOf,
    gone_at: null,
  };
}

export function fromListedServiceRow(row: ListedServiceRow): ListedService {
  return {
    entityRef: row.entity_ref,
    title: row.title,
    kind: row.kind,
    owner: optionalText(row.owner),
    productManager: optionalText(row.product_manager),
    system: optionalText(row.system),
    asOf: toDate(row.as_of),
  };
}
