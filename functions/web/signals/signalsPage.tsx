import type { TrajectorySignals } from '../../operations/readSignals.ts';
import { SIGNALS, trajectoryAddress } from '../pages/addresses.ts';
import { BackTo } from '../pages/backTo.tsx';
import { Badge } from '../pages/badge.tsx';
import { Document } from '../pages/document.tsx';
import { TitleApart } from '../pages/titleApart.tsx';
import { ResolvedSignals, SignalList } from './signalList.tsx';
import { signalsPart } from './signalsPart.ts';

interface Props {
  readonly trajectories: readonly TrajectorySignals[];
  /** Which part of them was asked for: a number from 1. */
  readonly asked: string | undefined;
  /** Of which the flags could not be read. */
  readonly unreadable: readonly string[];
  readonly stage: string;
}

export function SignalsPage({ trajectories, asked, unreadable, stage }: Props) {
  const standing = trajectories.reduce((count, each) => count + each.standing.length, 0);
  const { trajectories: shown, part, parts } = signalsPart(trajectories, asked);
  return (
    <Document title="Signalen" stage={stage}>
      <BackTo to="/">Alle trajecten</BackTo>
      <h1>Signalen</h1>
      <p class="lead">
        {standing > 0
          ? 'Wat iemand moet nagaan of doen, het dringendste eerst. Een signaal verdwijnt vanzelf als zijn oorzaak weg is.'
          : 'Er is nu niets dat iemand moet nagaan of doen. Elke ochtend wordt opnieuw gekeken.'}
      </p>
      {unreadable.length > 0 && (
        <p>
          <Badge tone="stopped">niet te lezen</Badge> De signalen van {unreadable.join(', ')} kunnen nu niet
          worden gelezen; waarschuw de beheerder.
        </p>
      )}
      {shown.map((each) => (
        <OfTrajectory signals={each} among={shown} />
      ))}
      {parts > 1 && (
        <p class="parts">
          <span>
            Deel {part} van {parts}, {standing} signalen in totaal
          </span>
          {part > 1 && <a href={`${SIGNALS}?deel=${part - 1}`}>Vorige signalen</a>}
          {part < parts && <a href={`${SIGNALS}?deel=${part + 1}`}>Volgende signalen</a>}
        </p>
      )}
    </Document>
  );
}

interface OneProps {
  readonly signals: TrajectorySignals;
  /** All that stand on the page. */
  readonly among: readonly TrajectorySignals[];
}

function OfTrajectory({ signals, among }: OneProps) {
  const { id, clock, standing, resolved } = signals;
  return (
    <section aria-labelledby={`signalen-${id}`}>
      <h2 id={`signalen-${id}`}>
        <a href={trajectoryAddress(id)}>
          <TitleApart of={signals} among={among} />
        </a>{' '}
        <span class="count">{amountOf(standing.length)}</span>
      </h2>
      {clock === 'virtual' && (
        <p>
          <Badge tone="warning">simulatie</Badge> Nagespeeld met een eigen klok.
        </p>
      )}
      {standing.length === 0 ? (
        <p>Er staat niets open.</p>
      ) : (
        <SignalList trajectory={id} signals={standing} />
      )}
      <ResolvedSignals trajectory={id} signals={resolved} />
    </section>
  );
}

function amountOf(count: number): string {
  return count === 1 ? '1 signaal' : `${count} signalen`;
}
