import { dayOf } from '../../domain/calendar/days.ts';
import { periodWords } from '../../domain/calendar/dutchDay.ts';
import type { StatementRow } from '../../domain/ledger/statement/statementRow.ts';
import type { WorkIn } from '../../operations/readOwnWork.ts';
import { statementAddress } from '../pages/addresses.ts';
import { DateOf } from '../pages/date.tsx';
import { firstOf } from './firstOf.ts';
import { WorkSection } from './workSection.tsx';

interface Props {
  readonly statements: readonly { readonly row: StatementRow; readonly of: WorkIn }[];
}

/** Quarterly statements go to the colleges once the lead approved them. */
export function LeadStatements({ statements }: Props) {
  if (statements.length === 0) return null;
  const { first, more } = firstOf(statements);
  return (
    <WorkSection id="overzichten" title="Overzichten van het budget, goed te keuren" more={more}>
      <ul class="letters">
        {first.map(({ row, of }) => (
          <li class="card turn">
            <p class="turn-who">
              <a href={statementAddress(row.trajectory, row.quarter)}>
                Overzicht van het {periodWords(row.quarter)}
              </a>
            </p>
            <p class="quiet">{of.trajectory.title}</p>
            <p>
              Gemaakt op <DateOf day={dayOf(row.madeAt)} />. De colleges krijgen het zodra u het hebt bekeken
              en goedgekeurd.
            </p>
          </li>
        ))}
      </ul>
    </WorkSection>
  );
}
