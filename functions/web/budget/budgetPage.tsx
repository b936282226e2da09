import { euros } from '../../domain/ledger/euros.ts';
import type { BudgetView } from '../../operations/ledger/readBudget.ts';
import { trajectoryAddress } from '../pages/addresses.ts';
import { BackTo } from '../pages/backTo.tsx';
import { Badge } from '../pages/badge.tsx';
import { DateOf } from '../pages/date.tsx';
import { Document } from '../pages/document.tsx';
import { SignalList } from '../signals/signalList.tsx';
import { ForecastSection } from './forecastSection.tsx';
import { MilestoneSection } from './milestoneSection.tsx';
import { MunicipalitySection } from './municipalitySection.tsx';
import { NationalSection } from './nationalSection.tsx';
import { YearSection } from './yearSection.tsx';

interface Props {
  readonly budget: BudgetView;
  /** Of the milestones, from 1. */
  readonly page: number;
  readonly stage: string;
}

export function BudgetPage({ budget, page, stage }: Props) {
  const { id, title, clock, today, isBooked, flags } = budget;
  return (
    <Document title={`Budget: ${title}`} stage={stage}>
      <BackTo to={trajectoryAddress(id)}>{title}</BackTo>
      <h1>Budget</h1>
      <p class="lead">
        {title}, zoals het er op <DateOf day={today} /> voor staat. Bedragen zijn inclusief btw.
      </p>
      {clock === 'virtual' && (
        <p>
          <Badge tone="warning">simulatie</Badge> Nagespeeld met een eigen klok: dit geld bestaat niet.
        </p>
      )}
      {isBooked ? <Totals budget={budget} /> : <NothingBooked id={id} />}
      {flags.length > 0 && (
        <section aria-labelledby="signalen">
          <h2 id="signalen">Signalen over het geld</h2>
          <SignalList trajectory={id} signals={flags} here />
        </section>
      )}
      <YearSection budget={budget} />
      <ForecastSection budget={budget} />
      {isBooked && <MunicipalitySection budget={budget} />}
      <MilestoneSection budget={budget} page={page} />
      <NationalSection budget={budget} />
    </Document>
  );
}

/** What came in and what became of it; an expectation is none of it. */
function Totals({ budget: { balances } }: Pick<Props, 'budget'>) {
  const { received, committed, spent, open, free } = balances.total;
  return (
    <dl class="summary">
      <Total label="Ontvangen" cents={received} />
      <Total label="Verplicht" cents={committed} />
      <Total label="Uitgegeven" cents={spent} />
      <Total label="Nog te betalen" cents={open} />
      <Total label="Vrij" cents={free} />
    </dl>
  );
}

function Total({ label, cents }: { readonly label: string; readonly cents: number }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{euros(cents)}</dd>
    </div>
  );
}

function NothingBooked({ id }: { readonly id: string }) {
  return (
    <section class="card empty" aria-labelledby="leeg">
      <h2 id="leeg">Er is nog niets geboekt</h2>
      <p>
        De projectleiding leest boekingen in vanaf de opdrachtregel; daarna staan hier de ontvangsten,
        verplichtingen en uitgaven.
      </p>
      <pre>
        <code>npx besluitketen ledger import boekingen.csv --trajectory {id}</code>
      </pre>
    </section>
  );
}
