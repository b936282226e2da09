import type { CouncilRecesses } from '../../domain/meetings/councilRecesses.ts';
import { DateOf } from '../pages/date.tsx';
import type { TimeScale } from './timeScale.ts';

interface Props {
  readonly recesses: readonly CouncilRecesses[];
  readonly scale: TimeScale;
}

/** The strips of the drawing in words. */
export function RecessList({ recesses, scale }: Props) {
  if (recesses.length === 0)
    return (
      <p class="quiet">
        Recessen van de raden staan er niet bij: hun vergaderkalenders zijn nog niet ingelezen.
      </p>
    );
  return (
    <details>
      <summary>Recessen van de raden in deze tijd</summary>
      <ul>
        {recesses.map(({ name, recesses: own }) => {
          const shown = own.filter(({ from, until }) => from <= scale.until && until >= scale.from);
          return (
            shown.length > 0 && (
              <li>
                {name}:{' '}
                {shown.map(({ from, until, name: recess }, index) => (
                  <>
                    {index > 0 && '; '}
                    {recess} (<DateOf day={from} /> t/m <DateOf day={until} />)
                  </>
                ))}
              </li>
            )
          );
        })}
      </ul>
    </details>
  );
}
