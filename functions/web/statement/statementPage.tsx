import { periodWords } from '../../domain/calendar/dutchDay.ts';
import type { StatementRow } from '../../domain/ledger/statement/statementRow.ts';
import { statementText } from '../../domain/ledger/statement/statementText.ts';
import { nl } from '../../domain/mails/catalogue/nl/nl.ts';
import type { ShownStatement } from '../../operations/ledger/showStatement.ts';
import { OWN_WORK, statementAddress } from '../pages/addresses.ts';
import { Alert } from '../pages/alert.tsx';
import { BackTo } from '../pages/backTo.tsx';
import { Document } from '../pages/document.tsx';
import { Fact, Facts } from '../pages/facts.tsx';
import { Moment } from '../pages/moment.tsx';
import { OwnFormToken } from '../pages/ownFormToken.tsx';

interface Props {
  readonly shown: ShownStatement & { readonly row: StatementRow };
  readonly stage: string;
  /** What was just done. */
  readonly done?: string | undefined;
  /** Why it was not done. */
  readonly trouble?: string | undefined;
}

/** A quarter's statement, to be read before it is approved and goes to the colleges. */
export function StatementPage({ shown: { plan, statement, row, status }, stage, done, trouble }: Props) {
  const { facts, list } = statementText(nl, plan, statement);
  const title = `Overzicht van het ${periodWords(row.quarter)}`;
  return (
    <Document title={`${title}: ${plan.title}`} stage={stage}>
      <BackTo to={OWN_WORK}>Mijn werk</BackTo>
      <h1>{title}</h1>
      {trouble && <Alert>{trouble}</Alert>}
      {done && <p role="status">{done}</p>}
      <p class="lead">{plan.title}</p>
      <p>
        Versie {row.version}, gemaakt op <Moment at={row.madeAt} />.{' '}
        {row.approvedAt ? (
          <>
            Goedgekeurd door {row.approvedBy} op <Moment at={row.approvedAt} />.
          </>
        ) : (
          'Nog niet goedgekeurd: de colleges hebben het niet gekregen.'
        )}
      </p>
      {status === 'changed' && (
        <p class="note">
          Er is geboekt sinds versie {row.version}: hieronder staan de bedragen van nu. Keurt u goed, dan
          wordt eerst een nieuwe versie gemaakt, die u daarna bekijkt en goedkeurt.
        </p>
      )}
      <section class="card" aria-labelledby="bedragen">
        <h2 id="bedragen">Bedragen</h2>
        <Facts>
          {(facts ?? []).map(([label, words]) => (
            <Fact label={label}>{words}</Fact>
          ))}
        </Facts>
      </section>
      {list && (
        <section aria-labelledby="gemeenten">
          <h2 id="gemeenten">{list.title}</h2>
          <ul>
            {list.items.map((item) => (
              <li>{item}</li>
            ))}
          </ul>
        </section>
      )}
      {!row.approvedAt && (
        <form method="post" action={statementAddress(row.trajectory, row.quarter)}>
          <OwnFormToken />
          <input type="hidden" name="versie" value={String(row.version)} />
          <button type="submit" class="button">
            Keur versie {row.version} goed en verstuur
          </button>
        </form>
      )}
    </Document>
  );
}
