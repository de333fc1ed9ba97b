import { PortfolioItem } from '@platform-product/backstage-plugin-common';

type Column = readonly [
  title: string,
  valueOf: (item: PortfolioItem) => string | number | undefined,
];

const columns: readonly Column[] = [
  ['entityRef', item => item.entityRef],
  ['title', item => item.title],
  ['kind', item => item.kind],
  ['owner', item => item.owner],
  ['system', item => item.system],
  ['level', item => item.level],
  ['levelWithoutWaivers', item => item.levelWithoutWaivers],
  ['measuredLevel', item => item.measuredLevel],
  ['declaredLevel', item => item.declaredLevel],
  ['levelSince', item => item.levelSince],
  ['atRiskUntil', item => item.atRiskUntil],
  ['heldBackBy', item => item.heldBackBy.join(' ')],
  ['satisfactionMean', item => item.satisfaction?.mean.mean.toFixed(2)],
  ['satisfactionRound', item => item.satisfaction?.roundId],
  ['openNotices', item => item.openNotices],
  [
    'timeToNotifyMinutes',
    item => item.noticeMeasures?.timeToNotify?.p50.toFixed(0),
  ],
  ['asOf', item => item.asOf],
];

/**
 * Quotes a value as RFC 4180 has it. A spreadsheet takes text that starts with
 * one of these characters, or its full-width form, for a formula (OWASP, CSV
 * Injection); an apostrophe keeps it from that.
 */
function toCell(value: string | number | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** The header line of the export. */
export const csvHeader = `${columns.map(([title]) => title).join(',')}\r\n`;

/** One line of the export. */
export function toCsvLine(item: PortfolioItem): string {
  return `${columns.map(([, valueOf]) => toCell(valueOf(item))).join(',')}\r\n`;
}
