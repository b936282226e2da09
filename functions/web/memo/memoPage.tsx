import type { MemoRow } from '../../domain/memo/memoRow.ts';
import { memoAddress, roundAddress } from '../pages/addresses.ts';
import { Alert } from '../pages/alert.tsx';
import { BackTo } from '../pages/backTo.tsx';
import { Document } from '../pages/document.tsx';
import { OwnFormToken } from '../pages/ownFormToken.tsx';
import { MemoStanding } from './memoStanding.tsx';
import { MemoText } from './memoText.tsx';

export interface MemoView {
  readonly trajectory: string;
  readonly round: string;
  /** As people call the round. */
  readonly name: string;
  /** The newest version; undefined when none was made yet. */
  readonly row: MemoRow | undefined;
  /** Whether the data of now would make another version. */
  readonly isOutdated: boolean;
  /** Whether who looks may make and approve. */
  readonly mayApprove: boolean;
}

interface Props {
  readonly view: MemoView;
  readonly stage: string;
  /** What was just done. */
  readonly done?: string | undefined;
  /** Why it was not done. */
  readonly trouble?: string | undefined;
}

/** The memo for the councils about a round: looked at here, whole, before it is approved and sent. */
export function MemoPage({ view, stage, done, trouble }: Props) {
  const { trajectory, round, name, row, isOutdated, mayApprove } = view;
  return (
    <Document title={`Raadsinformatiebrief: ${name}`} stage={stage}>
      <BackTo to={roundAddress(trajectory, round)}>{name}</BackTo>
      <h1>Raadsinformatiebrief</h1>
      {trouble && <Alert>{trouble}</Alert>}
      {done && <p role="status">{done}</p>}
      <p class="lead">
        Voor alle raden van het traject, uit de gegevens van deze ronde. De griffiers krijgen haar pas als de
        projectleider haar heeft vastgesteld.
      </p>
      {row ? <MemoStanding row={row} /> : <p>Er is nog geen brief over deze ronde gemaakt.</p>}
      {row && isOutdated && (
        <p class="note">
          <strong>De gegevens van deze ronde zijn veranderd sinds versie {row.version}.</strong>{' '}
          {row.approvedAt
            ? 'Wat is vastgesteld blijft zoals het is; een nieuwe versie vervangt haar zodra u die vaststelt.'
            : 'Maak een nieuwe versie; deze kan niet meer worden vastgesteld.'}
        </p>
      )}
      {mayApprove && (!row || isOutdated) && (
        <form method="post" action={memoAddress(trajectory, round)}>
          <OwnFormToken />
          <button type="submit" class="button" name="stap" value="maken">
            {row ? 'Maak een nieuwe versie' : 'Maak de brief'}
          </button>
        </form>
      )}
      {row && (
        <p>
          <a href={`${memoAddress(trajectory, round)}.pdf`}>Versie {row.version} als PDF</a>
        </p>
      )}
      {row && <MemoText row={row} />}
      {mayApprove && row && !row.approvedAt && !isOutdated && (
        <section aria-labelledby="vaststellen">
          <h2 id="vaststellen">Vaststellen</h2>
          <p>
            U stelt precies versie {row.version} vast, zoals zij hierboven staat. Zij gaat dan aan de griffier
            van elke raad en kan niet worden teruggehaald.
          </p>
          <form method="post" action={memoAddress(trajectory, round)}>
            <OwnFormToken />
            <input type="hidden" name="versie" value={String(row.version)} />
            <button type="submit" class="button" name="stap" value="vaststellen">
              Stel vast en verstuur
            </button>
          </form>
        </section>
      )}
    </Document>
  );
}
