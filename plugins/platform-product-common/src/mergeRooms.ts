type Intersection<TUnion> = (
  TUnion extends unknown ? (member: TUnion) => void : never
) extends (members: infer TMembers) => void
  ? TMembers
  : never;

/** What all rooms have, under its own names. */
export type MergedRooms<TRooms> = Intersection<TRooms[keyof TRooms]>;

/** Puts what each room has into one object; no two rooms have the same name. */
export function mergeRooms<TRooms extends Record<string, object>>(
  rooms: TRooms,
): MergedRooms<TRooms> {
  return Object.assign({}, ...Object.values(rooms));
}
