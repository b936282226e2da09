import { whoAnswersFor } from '../../domain/contacts/whoAnswersFor.ts';
import { leadKey, type StatementPerson } from '../../domain/ledger/statement/statementMail.ts';
import type { StatementRow } from '../../domain/ledger/statement/statementRow.ts';
import { bodiesOf } from '../../domain/plan/bodies.ts';
import type { Plan } from '../../domain/plan/schema.ts';
import { scopeOf } from '../../domain/reference.ts';
import { shortHash } from '../../domain/shortHash.ts';
import { todayOf } from '../../domain/todayOf.ts';
import type { Trajectory } from '../../domain/trajectory.ts';
import type { ReferenceData, WallClock } from '../ports.ts';

/** To whom a statement goes: the lead until it is approved, and then who answers for a college, each address once. */
export async function statementPeople(
  { reference, now }: { readonly reference: ReferenceData; readonly now: WallClock },
  trajectory: Trajectory,
  plan: Plan,
  row: StatementRow,
): Promise<StatementPerson[]> {
  if (!row.approvedAt) return [{ key: leadKey(row), person: plan.lead }];
  const { contacts } = await reference.contacts(scopeOf(trajectory));
  const day = todayOf(trajectory, now());
  const people = bodiesOf(plan)
    .filter(({ group }) => group === 'colleges')
    .flatMap(({ id }) => whoAnswersFor(plan, contacts, id, day));
  return people
    .filter(({ mail }, index) => people.findIndex((other) => other.mail === mail) === index)
    .map((person) => ({ key: `college-${shortHash(person.mail)}`, person }));
}
