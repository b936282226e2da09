import type { Grant } from '../../domain/access/role.ts';
import type { OwnWork } from '../../operations/readOwnWork.ts';
import { BackTo } from '../pages/backTo.tsx';
import { Document } from '../pages/document.tsx';
import { ItemsTable, type ListedItem } from '../triage/triagePage.tsx';
import { AnswersTable } from './answersTable.tsx';
import { LeadFlags } from './leadFlags.tsx';
import { LeadMemos } from './leadMemos.tsx';
import { LeadRevisions } from './leadRevisions.tsx';
import { LeadStatements } from './leadStatements.tsx';
import { OwnRoles } from './ownRoles.tsx';
import { WithoutRole } from './withoutRole.tsx';
import { WorkSection } from './workSection.tsx';

interface Props {
  readonly own: OwnWork;
  readonly items: readonly ListedItem[];
  /** How many more there are that the page has no room for. */
  readonly moreItems: number;
  readonly grants: readonly Grant[];
  readonly mail: string;
  readonly stage: string;
}

/** Everything that waits for one person, over all trajectories: what is asked first, then what must be looked at. */
export function OwnWorkPage({ own, items, moreItems, grants, mail, stage }: Props) {
  const { work, unreadable, notRead } = own;
  const answers = work.flatMap((of) => of.answers.map((each) => ({ ...each, of })));
  const revisions = work.flatMap((of) => of.revisions.map((round) => ({ round, of })));
  const statements = work.flatMap((of) => of.statements.map((row) => ({ row, of })));
  const memos = work.flatMap((of) => of.memos.map((row) => ({ row, of })));
  const flags = work.flatMap((of) => of.flags.map((flag) => ({ flag, of })));
  const waiting = [answers, items, revisions, memos, statements, flags].reduce(
    (sum, { length }) => sum + length,
    0,
  );
  return (
    <Document title="Mijn werk" stage={stage}>
      <BackTo to="/">Alle trajecten</BackTo>
      <h1>Mijn werk</h1>
      <p class="lead">Wat er op u wacht, over alle trajecten.</p>
      {grants.length === 0 && <WithoutRole mail={mail} />}
      {unreadable.length > 0 && (
        <p role="status">
          <strong>Niet alles kon worden gelezen</strong>, van: {unreadable.join(', ')}. Er is niets verloren;
          waarschuw de beheerder.
        </p>
      )}
      {notRead > 0 && <p>U hebt rollen in {notRead} trajecten meer dan deze pagina kan tonen.</p>}
      {grants.length > 0 && waiting === 0 && unreadable.length === 0 && <NothingToDo grants={grants} />}
      <AnswersTable answers={answers} />
      {items.length > 0 && (
        <WorkSection id="berichten" title="Binnengekomen en te bevestigen" more={moreItems}>
          <ItemsTable items={items} />
        </WorkSection>
      )}
      <LeadRevisions revisions={revisions} />
      <LeadMemos memos={memos} />
      <LeadStatements statements={statements} />
      <LeadFlags flags={flags} />
      {grants.length > 0 && <OwnRoles grants={grants} work={work} />}
    </Document>
  );
}

function NothingToDo({ grants }: Pick<Props, 'grants'>) {
  const onlyReads = grants.every(({ role }) => role === 'reader');
  return (
    <section class="card empty" aria-labelledby="niets">
      <h2 id="niets">Niets te doen</h2>
      <p>
        {onlyReads
          ? 'Als lezer wordt u niets gevraagd; u kunt alle trajecten van uw rol bekijken.'
          : 'Er wacht nu niets op u. Zodra uw antwoord wordt gevraagd, krijgt u een mail en staat het hier.'}
      </p>
      <p>
        <a href="/">Bekijk waar de trajecten staan</a>
      </p>
    </section>
  );
}
