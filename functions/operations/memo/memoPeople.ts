import type { Person } from '../../domain/contacts/contact.ts';
import { whoAnswersFor } from '../../domain/contacts/whoAnswersFor.ts';
import { bodiesOf } from '../../domain/plan/bodies.ts';
import type { Plan } from '../../domain/plan/schema.ts';
import { scopeOf } from '../../domain/reference.ts';
import { shortHash } from '../../domain/shortHash.ts';
import { todayOf } from '../../domain/todayOf.ts';
import type { Trajectory } from '../../domain/trajectory.ts';
import type { ReferenceData, WallClock } from '../ports.ts';

/** Whom a memo is mailed, and under which key of its row the mail is kept. */
interface MemoPerson {
  readonly key: string;
  readonly person: Person;
}

/** Who answers for a council now; who does so for two has it once. */
export async function memoPeople(
  { reference, now }: { readonly reference: ReferenceData; readonly now: WallClock },
  trajectory: Trajectory,
  plan: Plan,
): Promise<MemoPerson[]> {
  const { contacts } = await reference.contacts(scopeOf(trajectory));
  const day = todayOf(trajectory, now());
  const people = bodiesOf(plan)
    .filter(({ group }) => group === 'councils')
    .flatMap(({ id }) => whoAnswersFor(plan, contacts, id, day));
  return [...new Map(people.map((person) => [person.mail, person])).values()].map((person) => ({
    key: `council-${shortHash(person.mail)}`,
    person,
  }));
}
