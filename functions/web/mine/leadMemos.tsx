import { dayOf } from '../../domain/calendar/days.ts';
import type { MemoRow } from '../../domain/memo/memoRow.ts';
import type { WorkIn } from '../../operations/readOwnWork.ts';
import { memoAddress } from '../pages/addresses.ts';
import { DateOf } from '../pages/date.tsx';
import { firstOf } from './firstOf.ts';
import { WorkSection } from './workSection.tsx';

interface Props {
  readonly memos: readonly { readonly row: MemoRow; readonly of: WorkIn }[];
}

/** Memos go to the clerks of the councils once the lead approved them. */
export function LeadMemos({ memos }: Props) {
  if (memos.length === 0) return null;
  const { first, more } = firstOf(memos);
  return (
    <WorkSection id="brieven" title="Raadsinformatiebrieven, vast te stellen" more={more}>
      <ul class="letters">
        {first.map(({ row, of }) => (
          <li class="card turn">
            <p class="turn-who">
              <a href={memoAddress(row.trajectory, row.round)}>Raadsinformatiebrief: {row.memo.subject}</a>
            </p>
            <p class="quiet">{of.trajectory.title}</p>
            <p>
              Versie {row.version}, gemaakt op <DateOf day={dayOf(row.madeAt)} />. De griffiers krijgen haar
              zodra u haar hebt gelezen en vastgesteld.
            </p>
          </li>
        ))}
      </ul>
    </WorkSection>
  );
}
