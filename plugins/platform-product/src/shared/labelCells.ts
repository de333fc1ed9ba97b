/** By the scope of a cell. */
const roles: Readonly<Record<string, string>> = {
  row: 'rowheader',
  col: 'columnheader',
};

/**
 * Gives each cell the text of its column's head, which stands beside the cell where
 * rows are blocks, and marks the one that is then the title of its row. With blocks for rows a browser forgets that this is a table, so
 * that its parts say so.
 */
export function labelCells(
  table: HTMLTableElement,
  /** Counted from 0. */
  titleColumn: number,
): void {
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])].map(
    ({ textContent }) => textContent ?? '',
  );
  table.setAttribute('role', 'table');
  for (const group of [table.tHead, ...table.tBodies]) {
    group?.setAttribute('role', 'rowgroup');
  }
  for (const row of table.rows) {
    row.setAttribute('role', 'row');
    for (const cell of row.cells) {
      cell.setAttribute('role', roles[cell.scope] ?? 'cell');
      cell.dataset.label = heads[cell.cellIndex] ?? '';
      cell.toggleAttribute('data-title', cell.cellIndex === titleColumn);
    }
  }
}
