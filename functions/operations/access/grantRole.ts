import { EVERY_TRAJECTORY } from '../../domain/access/accessTable.ts';
import type { AccessRole, Grant } from '../../domain/access/role.ts';
import { auditEntry } from '../../domain/audit.ts';
import type { RecordedBy } from '../../domain/decision/answer.ts';
import { Refusal } from '../../domain/refusal.ts';
import { SCHEMA_VERSION } from '../../domain/round/round.ts';
import { shortHash } from '../../domain/shortHash.ts';
import type { AuditEntry } from '../../domain/trajectory.ts';
import { bodiesInScope, knownBody } from '../bodiesInScope.ts';
import type { RecordStore } from '../ports.ts';
import type { GrantStore } from './ports.ts';

export interface RoleSources {
  readonly store: RecordStore;
  readonly grants: GrantStore;
}

/** Whom, as what, and for what: `*` is every trajectory. */
export type RoleOf = Pick<Grant, 'mail' | 'role' | 'trajectory' | 'body'>;

/**
 * Gives a person a role. The same again changes nothing. Refuses UNKNOWN_TRAJECTORY, UNKNOWN_BODY and INVALID_INPUT: a
 * secretary is one of a body, nobody else is; an administrator is one of everything.
 */
export async function grantRole(
  { store, grants }: RoleSources,
  role: RoleOf,
  at: string,
  by: RecordedBy,
): Promise<{ readonly changed: boolean }> {
  await demandPossible(store, role);
  const grant: Grant = {
    kind: 'grant',
    schemaVersion: SCHEMA_VERSION,
    ...role,
    grantedAt: at,
    grantedBy: by.by,
  };
  return { changed: await grants.putGrant(grant, entryOf('role-granted', role, at, by)) };
}

/** Takes a role away, at once: grants are looked up at each request. Refuses NOTHING_TO_UNDO when it is not granted. */
export async function revokeRole(
  { grants }: Pick<RoleSources, 'grants'>,
  role: RoleOf,
  at: string,
  by: RecordedBy,
): Promise<void> {
  if (await grants.removeGrant(role, entryOf('role-revoked', role, at, by))) return;
  throw new Refusal(
    'NOTHING_TO_UNDO',
    `${role.mail} heeft deze rol niet; kijk met: besluitketen roles list.`,
  );
}

/** The log is kept for ever, so it has no address: a hash, by which who knows the address finds the entry. */
function entryOf(
  what: 'role-granted' | 'role-revoked',
  { mail, role, trajectory, body }: RoleOf,
  at: string,
  by: RecordedBy,
): AuditEntry | undefined {
  if (trajectory === EVERY_TRAJECTORY) return undefined;
  return auditEntry({
    trajectory,
    at,
    what,
    subject: body ?? trajectory,
    ...by,
    details: { role, person: shortHash(mail) },
  });
}

async function demandPossible(store: RecordStore, { role, trajectory, body }: RoleOf): Promise<void> {
  if (role === 'secretary' && body === undefined)
    throw invalid('Een secretaris is er een van een orgaan: geef het met --body, zoals GM0072/college.');
  if (role !== 'secretary' && body !== undefined)
    throw invalid(`${inDutch(role)} is er niet een van een orgaan: laat --body weg.`);
  if (role === 'administrator' && trajectory !== EVERY_TRAJECTORY)
    throw invalid('Een beheerder is er een van alle trajecten: laat --trajectory weg.');
  const { bodies } = await bodiesInScope(store, trajectory === EVERY_TRAJECTORY ? undefined : trajectory);
  if (body !== undefined) knownBody(bodies, body);
}

const inDutch = (role: AccessRole): string =>
  role === 'reader' ? 'Een lezer' : role === 'lead' ? 'Een projectleider' : 'Een beheerder';

function invalid(sentence: string): Refusal {
  return new Refusal('INVALID_INPUT', sentence);
}
