import { render, screen, within } from '@testing-library/react';
import { Table } from './Table';

/**
 * Shows a table as it is on a narrow page, whose styles jsdom would leave out. Gives
 * these styles.
 */
function showNarrow(table: JSX.Element): string {
  const sheets: string[] = [];
  const setText = jest
    .spyOn(HTMLStyleElement.prototype, 'textContent', 'set')
    .mockImplementation(css => {
      sheets.push(css ?? '');
    });
  render(table);
  setText.mockRestore();
  const [, narrow] = /@media[^{]*\{(.*?\n)\}/s.exec(sheets.join('\n'))!;
  const style = document.createElement('style');
  style.append(document.createTextNode(narrow));
  document.body.append(style);
  return narrow;
}

const criteria = (
  <Table titleColumn={1}>
    <thead>
      <tr>
        <th scope="col">Result</th>
        <th scope="col">Criterion</th>
        <th scope="col">When</th>
        <th scope="col">Actions</th>
      </tr>
    </thead>
    <tbody>
      <tr>
        <td>passes</td>
        <td>An SLA is published</td>
        <td />
        <td>Renew</td>
      </tr>
    </tbody>
  </Table>
);

describe('a table on a narrow page', () => {
  const cells = () =>
    within(screen.getAllByRole('row')[1]).getAllByRole('cell');

  it('keeps a cell that is empty, so that the next one stays under its head', () => {
    showNarrow(criteria);
    expect(cells().map(({ textContent }) => textContent)).toEqual([
      'passes',
      'An SLA is published',
      '',
      'Renew',
    ]);
    expect(getComputedStyle(cells()[2]).padding).toBe('0px');
  });

  it('shows the heads beside the cells to those who see, and to nobody else', () => {
    const narrow = showNarrow(criteria);
    // What a browser does not know, it leaves out, and takes the line before.
    expect(narrow.match(/content: attr.*/g)).toEqual([
      'content: attr(data-label);',
      'content: attr(data-label) / "";',
    ]);
  });

  it('has the title of a row where it says, and first', () => {
    showNarrow(criteria);
    expect(cells().map(cell => getComputedStyle(cell).order)).toEqual([
      '',
      '-1',
      '',
      '',
    ]);
  });
});
