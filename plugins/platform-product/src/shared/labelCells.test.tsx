import { render, screen } from '@testing-library/react';
import { Table } from './Table';

it('says of each cell what its column is, and of each part what it is', () => {
  const { container, rerender } = render(
    <Table aria-label="Rosters">
      <thead>
        <tr>
          <th scope="col">Who</th>
          <th scope="col">Role</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">Noor</th>
          <td>reviewer</td>
        </tr>
      </tbody>
    </Table>,
  );
  const parts = () =>
    [...container.querySelectorAll('[role]')].map(element =>
      [
        element.tagName,
        element.getAttribute('role'),
        element.getAttribute('data-label'),
        element.hasAttribute('data-title') && '(title)',
      ]
        .filter(Boolean)
        .join(' '),
    );
  expect(parts()).toEqual([
    'TABLE table',
    'THEAD rowgroup',
    'TR row',
    'TH columnheader Who (title)',
    'TH columnheader Role',
    'TBODY rowgroup',
    'TR row',
    'TH rowheader Who (title)',
    'TD cell Role',
  ]);
  rerender(
    <Table>
      <tbody>
        <tr>
          <td>no head</td>
        </tr>
      </tbody>
    </Table>,
  );
  expect(parts()).toEqual([
    'TABLE table',
    'TBODY rowgroup',
    'TR row',
    'TD cell (title)',
  ]);
});

it('takes another column for the title of a row where the table says so', () => {
  render(
    <Table titleColumn={1}>
      <tbody>
        <tr>
          <td>passes</td>
          <td>An SLA is published</td>
        </tr>
      </tbody>
    </Table>,
  );
  expect(
    screen.getAllByRole('cell').map(cell => cell.hasAttribute('data-title')),
  ).toEqual([false, true]);
});
