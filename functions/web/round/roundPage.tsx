import type { Day } from '../../domain/calendar/days.ts';
import type { RoundPageView } from '../../operations/readRound.ts';
import { executionAddress, trajectoryAddress } from '../pages/addresses.ts';
import { AnswersTable } from '../pages/answersTable.tsx';
import { AskedBody } from '../pages/askedBody.tsx';
import { BackTo } from '../pages/backTo.tsx';
import { Badge } from '../pages/badge.tsx';
import { Document } from '../pages/document.tsx';
import { DossierLink, MemoLink } from '../pages/places.tsx';
import { RevisionTask } from '../pages/revisionTask.tsx';
import { RoundFacts } from '../pages/roundFacts.tsx';
import { awaitsRevision, roundName } from '../pages/roundName.ts';
import { ChainSection } from './chainSection.tsx';
import { Documents } from './documents.tsx';
import { EarlierEntries } from './earlierEntries.tsx';
import { EarlierRounds } from './earlierRounds.tsx';
import { ExecutionSection } from './executionSection.tsx';

interface Props {
  readonly view: RoundPageView;
  readonly stage: string;
  readonly today: Day;
  /** Of the approval chain, for who may look at executions. */
  readonly chainArn: string | undefined;
}

/** One round: what was proposed, what each body said of it, and where it stands. */
export function RoundPage({ view, stage, today, chainArn }: Props) {
  const { status, round, proposal, withdrawnBecause } = view;
  const simulated = status.clock === 'virtual';
  const open = status.openRequests.filter((request) => request.round === round.id);
  return (
    <Document title={`${roundName(round)}, ${status.title}`} stage={stage}>
      <BackTo to={trajectoryAddress(status.trajectory)}>{status.title}</BackTo>
      <h1>{roundName(round)}</h1>
      {simulated && (
        <p>
          <Badge tone="warning">simulatie</Badge> Wat hier staat is niet echt besloten.
        </p>
      )}
      <RoundFacts round={round} />
      {withdrawnBecause && (
        <p class="note">
          <strong>Waarom zij is ingetrokken:</strong> {withdrawnBecause}
        </p>
      )}
      <section aria-labelledby="voorstel">
        <h2 id="voorstel">Voorstel</h2>
        {proposal ? (
          <p class="written">{proposal}</p>
        ) : (
          <p class="quiet">Het plan geeft hier geen tekst bij.</p>
        )}
        {round.revisionNote && (
          <p class="note">
            <strong>Wat er herzien is:</strong> {round.revisionNote}
          </p>
        )}
      </section>
      {(open.length > 0 || awaitsRevision(round)) && (
        <section aria-labelledby="aan-zet">
          <h2 id="aan-zet">Wie is nu aan zet</h2>
          <ul class="turns">
            {open.map((request) => (
              <AskedBody
                request={request}
                round={round}
                trajectory={status.trajectory}
                today={simulated ? undefined : today}
              />
            ))}
            {awaitsRevision(round) && <RevisionTask round={round} trajectory={status.trajectory} />}
          </ul>
        </section>
      )}
      <section aria-labelledby="antwoorden">
        <h2 id="antwoorden">Antwoorden</h2>
        <div class="card">
          <AnswersTable round={round} />
        </div>
        <EarlierEntries entries={view.earlier} />
      </section>
      <Documents
        documents={view.documents}
        dossier={<DossierLink trajectory={status.trajectory} round={round.id} />}
        memo={<MemoLink trajectory={status.trajectory} round={round.id} />}
      />
      <EarlierRounds view={view} />
      <ChainSection view={view} />
      {chainArn && (
        <ExecutionSection
          execution={view.execution}
          chainArn={chainArn}
          isLocal={stage === 'local'}
          page={executionAddress(status.trajectory, round.id)}
        />
      )}
    </Document>
  );
}
