import { unquoteName } from './unquoteName';

/** Colours, as a terminal is told them. */
// eslint-disable-next-line no-control-regex
const colours = /(?:\x1b|\u241b|\^\[)\[[0-9;]*[A-Za-z]/g;

/** Links that some terminals make of names. */
// eslint-disable-next-line no-control-regex
const terminalLinks = /\x1b\]8;[^\x07\x1b]*(?:\x07|\x1b\\)/g;

/** The same, where copying has lost the character that begins them. */
const bareCodes = /\[(?:\d{1,2};)*\d{0,2}m/g;

/** The first header of a diff, and what it is cited or indented by. */
const fileHeader = /^([> \t]*)(?:diff -|Index: |(?:---|\+\+\+) \S|@@ -)/;

/** What a mail, or the Markdown around it, has put before each line. */
function marginOf(lines: readonly string[]): string {
  const written = lines.filter(line => line.trim());
  if (written.length && written.every(line => line.startsWith('>'))) {
    return /^(?:> ?)+/.exec(written[0])?.[0] ?? '';
  }
  const header = lines.map(line => fileHeader.exec(line)).find(Boolean);
  return header?.[1] ?? '';
}

function withoutQuotedPrintable(text: string): string {
  if (!/^content-transfer-encoding: *quoted-printable/im.test(text))
    return text;
  return text.replace(/=\r?\n/g, '').replace(/(?:=[0-9A-F]{2})+/g, bytes => {
    const octal = bytes.replace(
      /=(..)/g,
      (_, hex: string) => `\\${parseInt(hex, 16).toString(8).padStart(3, '0')}`,
    );
    return unquoteName(`"${octal}"`) ?? bytes;
  });
}

/** Lines as the tool printed them: without colours, citation and indentation. */
export function pastedLines(text: string, longest: number): readonly string[] {
  const coded = withoutQuotedPrintable(text.replace(/^\ufeff/, ''))
    .replace(colours, '')
    .replace(terminalLinks, '')
    .replace(/\u00a0/g, ' ');
  const plain = /\[0?m/.test(coded) ? coded.replace(bareCodes, '') : coded;
  const lines = plain.split(/\r?\n|\r/).map(line => line.slice(0, longest));
  const margin = marginOf(lines);
  const depth = margin.replace(/[^>]/g, '').length;
  const citation = new RegExp(`^(?:> ?){1,${depth || 1}}`);
  const isComment = lines.some(line => /^#\t\S/.test(line));
  const isGraph = lines.some(line =>
    /^\* +(?:commit )?[0-9a-f]{7,}/.test(line),
  );
  return lines.map(line => {
    if (isGraph) return line.replace(/^(?:[*|\\/]+ )+/, '');
    if (isComment) return line.replace(/^# ?/, '');
    if (depth) return line.replace(citation, '');
    return margin && line.startsWith(margin) ? line.slice(margin.length) : line;
  });
}
