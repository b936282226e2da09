import { addDays, type Day } from '../../domain/calendar/days.ts';
import { type Holiday, holidaysOf } from '../../domain/calendar/holidays.ts';
import type { BodyCalendar } from '../../domain/meetings/calendar.ts';
import { entriesOf, entryWords, lastDayOf } from '../../domain/meetings/calendarWords.ts';
import type { Imported } from '../../domain/reference.ts';
import type { CalendarsVersion } from '../../operations/ports.ts';
import { DateOf } from '../pages/date.tsx';
import { ImportedFrom } from './importedFrom.tsx';

type Props = Pick<CalendarsVersion, 'calendars' | 'imported'> & {
  readonly bodies: ReadonlyMap<string, string>;
  readonly today: Day;
};

/** When each body meets, in the order of the plans; what is over is folded. */
export function CalendarsList({ bodies, calendars, imported, today }: Props) {
  const without = [...bodies].filter(([id]) => !calendars.has(id)).map(([, name]) => name);
  return (
    <>
      {bodies.size === 0 ? (
        <p>Er loopt nog geen traject; er zijn nog geen organen.</p>
      ) : (
        <section aria-labelledby="organen">
          <h2 id="organen">Per orgaan</h2>
          {[...bodies].map(([id, name]) => {
            const calendar = calendars.get(id);
            return (
              calendar && <OfBody name={name} calendar={calendar} imported={imported.get(id)} today={today} />
            );
          })}
          {without.length > 0 && (
            <p>
              Nog geen rooster ingelezen van: {without.join(', ')}. Daarvan geldt elke werkdag als een dag
              waarop het orgaan kan besluiten.
            </p>
          )}
        </section>
      )}
      <Holidays today={today} />
    </>
  );
}

interface BodyProps {
  readonly name: string;
  readonly calendar: BodyCalendar;
  readonly imported: Imported | undefined;
  readonly today: Day;
}

function OfBody({ name, calendar, imported, today }: BodyProps) {
  const entries = entriesOf(calendar);
  const coming = entries.filter((each) => lastDayOf(each) >= today);
  const past = entries.filter((each) => lastDayOf(each) < today);
  return (
    <div class="card record">
      <h3>{name}</h3>
      <p>
        <ImportedFrom imported={imported} />
      </p>
      {coming.length === 0 && <p>Er komt niets meer: lees een nieuw rooster in.</p>}
      {coming.length > 0 && (
        <ul>
          {coming.map((each) => (
            <li>{entryWords(each)}</li>
          ))}
        </ul>
      )}
      {past.length > 0 && (
        <details>
          <summary>
            Voorbij ({past.length}) <span class="group-count">van {name}</span>
          </summary>
          <ul>
            {past.map((each) => (
              <li>{entryWords(each)}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

const YEARS_AHEAD = 2;

function Holidays({ today }: { readonly today: Day }) {
  const year = Number(today.slice(0, 4));
  const coming: Holiday[] = Array.from({ length: YEARS_AHEAD }, (_, ahead) => holidaysOf(year + ahead))
    .flat()
    .filter(({ day }) => day > addDays(today, -1));
  return (
    <section aria-labelledby="feestdagen">
      <h2 id="feestdagen">Feestdagen</h2>
      <p>
        De erkende feestdagen van artikel 3 van de Algemene termijnenwet worden berekend; zij hoeven niet te
        worden ingelezen. Zij tellen, net als het weekend, niet als werkdag.
      </p>
      <details>
        <summary>
          De feestdagen van {year} en {year + 1} die nog komen
        </summary>
        <ul>
          {coming.map(({ day, name }) => (
            <li>
              <DateOf day={day} />, {name}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
