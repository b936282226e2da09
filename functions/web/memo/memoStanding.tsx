import type { MemoRow } from '../../domain/memo/memoRow.ts';
import { Badge } from '../pages/badge.tsx';
import { Moment } from '../pages/moment.tsx';

/** How far a version is: made, approved by whom and when, with the clerks. */
export function MemoStanding({ row }: { readonly row: MemoRow }) {
  const { version, madeAt, madeBy, approvedAt, approvedBy, toldAt, mails } = row;
  const sent = Object.values(mails).filter(({ sentAt }) => sentAt).length;
  return (
    <>
      <p>
        {approvedAt ? <Badge tone="done">vastgesteld</Badge> : <Badge tone="waiting">concept</Badge>} Versie{' '}
        {version}, gemaakt op <Moment at={madeAt} /> door {madeBy}.
      </p>
      {approvedAt ? (
        <p>
          Vastgesteld door {approvedBy} op <Moment at={approvedAt} />.{' '}
          {toldAt ? (
            <>
              Verzonden aan de griffiers van de raden; de laatste kreeg haar op <Moment at={toldAt} />.
            </>
          ) : (
            `Nog niet iedereen heeft haar: ${sent === 1 ? 'één bericht is' : `${sent} berichten zijn`} verzonden. De rest gaat vanzelf, uiterlijk bij de eerstvolgende ochtendronde, of zodra de mails van dit traject weer mogen gaan.`
          )}
        </p>
      ) : (
        <p>Nog niet vastgesteld: niemand heeft haar gekregen.</p>
      )}
    </>
  );
}
