import Table from 'cli-table3';
import { EVERY_TRAJECTORY } from '../../domain/access/accessTable.ts';
import type { Grant } from '../../domain/access/role.ts';
import { ROLE_WORD } from '../../domain/access/roleWords.ts';
import type { RoleOf } from '../../operations/access/grantRole.ts';

export function roleTable(grants: readonly Grant[]): string[] {
  if (grants.length === 0)
    return ['Nog niemand heeft een rol. Geef er een met: besluitketen roles grant E-MAILADRES ROL'];
  const table = new Table({
    head: ['adres', 'rol', 'orgaan', 'traject', 'sinds', 'door'],
    style: { head: [], border: [] },
  });
  for (const { mail, role, body = '', trajectory, grantedAt, grantedBy } of grants)
    table.push([
      mail,
      `${role} (${ROLE_WORD[role]})`,
      body,
      of(trajectory),
      grantedAt.slice(0, 10),
      grantedBy,
    ]);
  return table.toString().split('\n');
}

/** `x@y.nl is (niet meer) secretaris van GM0072/college in alle trajecten`. */
export function roleSentence({ mail, role, trajectory, body }: RoleOf, not = ''): string {
  return [mail, 'is', not, ROLE_WORD[role], body && `van ${body}`, `in ${of(trajectory)}`]
    .filter(Boolean)
    .join(' ');
}

const of = (trajectory: string): string => (trajectory === EVERY_TRAJECTORY ? 'alle trajecten' : trajectory);
