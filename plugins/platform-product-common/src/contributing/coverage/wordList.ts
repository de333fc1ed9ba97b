/** Splits lines of words apart by spaces: a vocabulary that stays readable in the source. */
export function wordList(...lines: readonly string[]): readonly string[] {
  return lines.flatMap(line => line.split(' '));
}
