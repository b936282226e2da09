import { dayOf } from '../../domain/calendar/days.ts';
import type { RoundPageView } from '../../operations/readRound.ts';
import type { RoundView } from '../../operations/statusViews.ts';
import { roundAddress } from '../pages/addresses.ts';
import { DateOf } from '../pages/date.tsx';
import { RoundBadge } from '../pages/roundFacts.tsx';
import { roundName } from '../pages/roundName.ts';
import { AnswersMatrix } from './answersMatrix.tsx';

/** A proposal that comes back again and again: the table has its last rounds, the list has all. */
const MOST_COLUMNS = 4;

/** The rounds of the same proposal: what each revision changed, and who answered what each time. */
export function EarlierRounds({ view }: { readonly view: RoundPageView }) {
  const { family, round, status } = view;
  if (family.length < 2) return null;
  return (
    <section aria-labelledby="rondes">
      <h2 id="rondes">Alle rondes van dit voorstel</h2>
      <ol>
        {family.map((each) => (
          <li>
            {each.id === round.id ? (
              <strong>{roundName(each)} (deze pagina)</strong>
            ) : (
              <a href={roundAddress(status.trajectory, each.id)}>{roundName(each)}</a>
            )}{' '}
            <RoundBadge round={each} />{' '}
            <span class="quiet">
              geopend op <DateOf day={dayOf(each.openedAt)} />
            </span>
            {each.revisionNote && <span class="under written">Wat er herzien is: {each.revisionNote}</span>}
            {divided(each).length > 0 && <span class="under">Niet akkoord: {divided(each).join(', ')}</span>}
          </li>
        ))}
      </ol>
      <div class="card">
        <AnswersMatrix
          caption="De antwoorden per ronde"
          rounds={family.slice(-MOST_COLUMNS)}
          trajectory={status.trajectory}
        />
      </div>
    </section>
  );
}

/** Because of whom a divided round went back. */
function divided({ verdict, requests }: RoundView): string[] {
  if (verdict !== 'divided') return [];
  return requests
    .filter(({ outcome }) => outcome === 'rejected' || outcome === 'amended')
    .map(({ name }) => name);
}
