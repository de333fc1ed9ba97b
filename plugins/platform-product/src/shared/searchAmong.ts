/** Where fewer are offered, they are seen at a glance. */
const manyOptions = 9;

/** The search within a select, for those that offer a lot. */
export function searchAmong(options: readonly unknown[], placeholder: string) {
  return options.length < manyOptions ? undefined : { placeholder };
}
