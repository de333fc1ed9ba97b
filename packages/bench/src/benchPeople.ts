/** Users of the generated catalog who write and review changes. */
export const benchPeople: readonly string[] = Array.from(
  { length: 400 },
  (_, index) => `person-${String(index).padStart(3, '0')}`,
);

export const emailOf = (name: string) => `${name}@example.com`;
