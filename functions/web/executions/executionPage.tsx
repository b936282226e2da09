import type { Round } from '../../domain/round/round.ts';
import type { ExecutionView } from '../../operations/executions/readExecution.ts';
import { EXECUTIONS, executionAddress, logAddress, resumeAddress, roundAddress } from '../pages/addresses.ts';
import { BackTo } from '../pages/backTo.tsx';
import { Badge } from '../pages/badge.tsx';
import { Document } from '../pages/document.tsx';
import { Fact, Facts } from '../pages/facts.tsx';
import { Moment } from '../pages/moment.tsx';
import { roundName } from '../pages/roundName.ts';
import { Cell } from '../pages/tableCell.tsx';
import { ExecutionSection } from '../round/executionSection.tsx';
import { HistoryTable } from './historyTable.tsx';
import { StandingBadge } from './standingWords.tsx';

interface Props {
  readonly view: ExecutionView;
  readonly chainArn: string | undefined;
  readonly stage: string;
  /** Which page of its history is asked for. */
  readonly page: string | undefined;
}

/** One execution of a round: how it goes, what it went through in words, and what the log says of the round. */
export function ExecutionPage({ view, chainArn, stage, page }: Props) {
  const { trajectory, round, id, epoch, facts, log } = view;
  const name = roundName({ id, title: round.title });
  const own = executionAddress(trajectory.id, id);
  const started = epoch < round.epoch || round.startedEpoch >= epoch;
  const mayResume = round.status === 'open' && epoch === round.epoch;
  return (
    <Document title={`Uitvoering van ${name}`} stage={stage}>
      <BackTo to={EXECUTIONS}>Uitvoeringen</BackTo>
      <h1>Uitvoering van {name}</h1>
      <p>
        Bij <a href={roundAddress(trajectory.id, id)}>{name}</a> van {trajectory.title}
        {trajectory.clock === 'virtual' && (
          <>
            {' '}
            <Badge tone="warning">simulatie</Badge>
          </>
        )}
      </p>
      <Facts>
        <Fact label="Stand">
          <StandOf view={view} started={started} />
        </Fact>
        {typeof facts === 'object' && (
          <>
            <Fact label="Begonnen">
              <Moment at={facts.startedAt} />
            </Fact>
            {facts.endedAt && (
              <Fact label="Geëindigd">
                <Moment at={facts.endedAt} />
              </Fact>
            )}
            {facts.error && (
              <Fact label="Fout">
                <code>{facts.error}</code>
              </Fact>
            )}
          </>
        )}
        <Fact label="Hervat sinds de laatste stap">{round.faults} keer</Fact>
      </Facts>
      {mayResume && (
        <p>
          <a class="button button-quiet" href={resumeAddress(trajectory.id, id)}>
            Hervat deze ronde …
          </a>
        </p>
      )}
      {round.epoch > 1 && <Others own={own} epoch={epoch} last={round.epoch} />}
      <section aria-labelledby="geschiedenis">
        <h2 id="geschiedenis">Geschiedenis</h2>
        {view.events.length === 0 ? (
          <p>{noHistory(facts, started)}</p>
        ) : (
          <HistoryTable view={view} page={page} to={(to) => `${own}?uitvoering=${epoch}&blad=${to}`} />
        )}
      </section>
      <section aria-labelledby="logboek">
        <h2 id="logboek">Wat het logboek zegt</h2>
        {log.length === 0 ? <p>Het logboek zegt nog niets van deze ronde.</p> : <LogLines view={view} />}
        <p>
          <a href={`${logAddress(trajectory.id)}?ronde=${encodeURIComponent(id)}`}>
            Het logboek van deze ronde
          </a>
        </p>
      </section>
      {chainArn && (
        <ExecutionSection
          execution={{ ...placeOf(round), epoch, started }}
          chainArn={chainArn}
          isLocal={stage === 'local'}
        />
      )}
    </Document>
  );
}

function placeOf({ trajectory, family, number }: Round) {
  return { trajectory, family, number };
}

function StandOf({ view: { facts, round, epoch }, started }: { view: ExecutionView; started: boolean }) {
  if (!started) return <StandingBadge standing="to-start" />;
  if (facts === 'unreachable') return <StandingBadge standing="unknown" />;
  if (round.status !== 'open' && (facts === 'gone' || facts.status === 'succeeded'))
    return <StandingBadge standing={round.status} />;
  if (facts === 'gone') return <StandingBadge standing="absent" />;
  // An earlier one ends where it sees that a newer one works on the round.
  if (facts.status === 'succeeded' && epoch < round.epoch) return <Badge tone="done">opgevolgd</Badge>;
  return <StandingBadge standing={facts.status} />;
}

function noHistory(facts: ExecutionView['facts'], started: boolean): string {
  if (!started)
    return 'Zij is nog niet gestart; dat gebeurt vanzelf, uiterlijk bij de eerstvolgende ochtendronde.';
  if (facts === 'unreachable')
    return 'Step Functions geeft nu geen antwoord. Wat er van de ronde is vastgelegd, staat hieronder; probeer het over een paar minuten opnieuw.';
  return 'AWS heeft haar geschiedenis niet (meer): die wordt 90 dagen na het einde van een uitvoering gewist. Er is niets verloren; wat er met de ronde gebeurde, staat hieronder in het logboek.';
}

/** The executions of this round, each an address of its own. */
function Others({
  own,
  epoch,
  last,
}: {
  readonly own: string;
  readonly epoch: number;
  readonly last: number;
}) {
  const MOST = 20;
  const shown = Array.from({ length: Math.min(last, MOST) }, (_, index) => last - index);
  return (
    <nav class="places" aria-label="Uitvoeringen van deze ronde">
      {shown.map((each) => (
        <a href={`${own}?uitvoering=${each}`} aria-current={each === epoch ? 'page' : undefined}>
          Uitvoering {each}
          {each === last && ' (de laatste)'}
        </a>
      ))}
    </nav>
  );
}

function LogLines({ view: { log } }: { readonly view: ExecutionView }) {
  return (
    <div class="card">
      <table class="stacking log">
        <caption>De laatste regels over deze ronde, het nieuwste eerst</caption>
        <thead>
          <tr>
            <th scope="col">Wanneer</th>
            <th scope="col">Wat</th>
            <th scope="col">Door</th>
          </tr>
        </thead>
        <tbody>
          {log.slice(0, 20).map(({ at, sentence, by, via }) => (
            <tr>
              <th scope="row">
                <Moment at={at} />
              </th>
              <Cell label="Wat">{sentence.length > 300 ? `${sentence.slice(0, 300)} …` : sentence}</Cell>
              <Cell label="Door">
                {by}
                <span class="under">{via}</span>
              </Cell>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
