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
  system: string | null;
  as_of: DatabaseTime;
  seen_at: DatabaseTime;
  gone_at: DatabaseTime | null;
}

const longestTitle = 255;

/** A title on one line that a column can take. */
export function toListedTitle(title: string): string {
  return shorten(
    // eslint-disable-next-line no-control-regex
    title.replace(/[\u0000-\u001f\u007f]|\p{Surrogate}/gu, ' '),
    longestTitle,
  );
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
    system: optionalText(row.system),
    asOf: toDate(row.as_of),
  };
}
