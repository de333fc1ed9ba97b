import { roles, Role } from './roles';

/** The status that a route answers where the policy allows and where it denies. */
export interface Expected {
  readonly allow: number;
  readonly deny: number;
}

export interface MatrixRow {
  readonly title: string;
  readonly operationId: string;
  readonly expected: Readonly<Record<Role, Expected>>;
  /** Whether anybody's answer depends on the policy. */
  readonly asksPolicy: boolean;
}

function readCell(cell: string): Expected {
  const [allow, deny = allow] = cell.split('/').map(Number);
  if (![allow, deny].every(status => status >= 200 && status < 500)) {
    throw new Error(`No status: ${cell}`);
  }
  return { allow, deny };
}

/** Reads a table whose first line names the roles. */
export function readMatrix(table: string): MatrixRow[] {
  const [head, ...lines] = table.split('\n').filter(line => line.trim());
  expect(head.trim().split(/\s+/)).toEqual(roles);
  return lines.map(line => {
    const [, title, rest] = /^\s*(\w+(?: \([^)]+\))?)\s+(.*)$/.exec(line)!;
    const cells = rest.trim().split(/\s+/).map(readCell);
    expect([title, cells.length]).toEqual([title, roles.length]);
    return {
      title,
      operationId: title.split(' ')[0],
      expected: Object.fromEntries(
        roles.map((role, index) => [role, cells[index]]),
      ) as Record<Role, Expected>,
      asksPolicy: cells.some(({ allow, deny }) => allow !== deny),
    };
  });
}
