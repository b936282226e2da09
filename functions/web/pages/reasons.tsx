import type { MovedDay } from '../../domain/planning/planning.ts';
import { DateOf } from './date.tsx';

/** Why a day is this day and not another; nothing when it was never moved. */
export function Reasons({ moved }: { readonly moved: readonly MovedDay[] }) {
  return (
    <>
      {moved.map(({ from, reason }) => (
        <span class="under">
          in plaats van <DateOf day={from} />: {reason}
        </span>
      ))}
    </>
  );
}
