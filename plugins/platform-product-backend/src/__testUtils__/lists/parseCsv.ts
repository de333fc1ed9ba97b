/**
 * Reads a CSV file as RFC 4180 has it: records that end with CRLF, the first of
 * them the names.
 */
export function parseCsv(
  text: string,
): Array<Readonly<Record<string, string>>> {
  // The mark of UTF-8 that spreadsheets need.
  const content = text.replace(/^\ufeff/, '');
  const record = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  const records: string[][] = [[]];
  while (record.lastIndex < content.length) {
    const at = record.lastIndex;
    const match = record.exec(content);
    if (!match)
      throw new Error(`No CSV at ${at}: ${content.slice(at, at + 40)}`);
    const [, quoted, plain, end] = match;
    records.at(-1)!.push(quoted?.replace(/""/g, '"') ?? plain);
    if (end === '\r\n') records.push([]);
  }
  const [names, ...rows] = records.slice(0, -1);
  return rows.map(values => {
    if (values.length !== names.length) {
      throw new Error(`Not ${names.length} values: ${values}`);
    }
    return Object.fromEntries(
      names.map((name, index) => [name, values[index]]),
    );
  });
}
