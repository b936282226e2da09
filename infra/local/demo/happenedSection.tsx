import { Badge } from '../../../functions/web/pages/badge.tsx';
import { DateOf } from '../../../functions/web/pages/date.tsx';
import type { HappenedOn } from './happenings.ts';

interface Props {
  readonly happened: readonly HappenedOn[];
  /** The day before the last step. */
  readonly since: string | undefined;
}

/** As much as somebody reads back; all of it is in the log of the trajectory. */
const DAYS_SHOWN = 30;

/** What happened, the last day first; what the last step brought is marked. */
export function HappenedSection({ happened, since }: Props) {
  const isNew = (day: string) => since !== undefined && day > since;
  const quiet = since !== undefined && !happened.some(({ day }) => isNew(day));
  return (
    <section aria-labelledby="gebeurd">
      <h2 id="gebeurd">Wat er gebeurde</h2>
      {quiet && <p>In de dagen die u net verder ging, gebeurde er niets.</p>}
      {happened.slice(0, DAYS_SHOWN).map(({ day, happenings }) => (
        <>
          <h3>
            <DateOf day={day} /> {isNew(day) && <Badge tone="active">nieuw</Badge>}
          </h3>
          <ul>
            {happenings.map(({ text }) => (
              <li>{text}</li>
            ))}
          </ul>
        </>
      ))}
      {happened.length > DAYS_SHOWN && <p class="quiet">Wat daarvoor gebeurde staat op de tijdlijn.</p>}
    </section>
  );
}
