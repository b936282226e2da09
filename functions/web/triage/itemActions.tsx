import type { Place } from '../../domain/intake/candidate.ts';
import type { IncomingItem } from '../../domain/intake/incomingItem.ts';
import { answerAddress, itemAddress } from '../pages/addresses.ts';
import { OwnFormToken } from '../pages/ownFormToken.tsx';
import { DismissForm } from './dismissForm.tsx';
import type { PlaceWords } from './placeWords.ts';

export interface NamedPlace {
  readonly place: Place;
  readonly words: PlaceWords;
}

/** What a person may do with an item. */
export interface ItemWork {
  /** Where this person may record it as a body's answer; the place that was read of it first. */
  readonly answers: readonly NamedPlace[];
  /** Where this person may say that it belongs, for the secretary there to confirm. */
  readonly places: readonly NamedPlace[];
  /** What was filled in and not taken. */
  readonly reason?: { readonly given: string; readonly error: string } | undefined;
}

export const PLACE_FIELD = 'plaats';

/** One line for a place, as a form sends it. */
export function placeValue({ trajectory, round, body }: Place): string {
  return `${trajectory} ${round} ${body}`;
}

interface Props {
  readonly item: IncomingItem;
  readonly work: ItemWork;
}

export function ItemActions({ item, work }: Props) {
  const { answers, reason } = work;
  const places = item.status === 'unknown' ? work.places : [];
  return (
    <>
      {answers.length > 0 && <Answers item={item} answers={answers} />}
      {places.length > 0 && <PlaceForm item={item} places={places} />}
      {answers.length + places.length === 0 && (
        <p>
          {item.status === 'proposed'
            ? 'Alleen de secretaris van het orgaan kan dit bevestigen; die krijgt er een bericht over.'
            : 'Er staat nu geen verzoek open waarop dit het antwoord kan zijn.'}
        </p>
      )}
      <DismissForm item={item} reason={reason} />
    </>
  );
}

function Answers({ item, answers: [first, ...others] }: Pick<Props, 'item'> & Pick<ItemWork, 'answers'>) {
  return (
    <section aria-labelledby="overnemen">
      <h2 id="overnemen">Neem het over als antwoord</h2>
      <p>U kiest zelf de uitkomst, en ziet eerst wat er wordt vastgelegd.</p>
      {first && (
        <p>
          <a class="button" href={answerAddress(first.place, item.id)}>
            Antwoord van {first.words.body} op {first.words.round}
          </a>
        </p>
      )}
      {others.length > 0 && (
        <>
          <p class="list-title">Hoort het bij een ander verzoek?</p>
          <ul class="link-list">
            {others.map(({ place, words }) => (
              <li>
                <a href={answerAddress(place, item.id)}>
                  {words.body}: {words.round} ({words.trajectory})
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function PlaceForm({ item, places }: Pick<Props, 'item'> & Pick<ItemWork, 'places'>) {
  return (
    <section aria-labelledby="voorleggen">
      <h2 id="voorleggen">Leg het voor aan een secretaris</h2>
      <form method="post" action={`${itemAddress(item.id)}/voorleggen`} class="form">
        <OwnFormToken />
        <fieldset class="utrecht-form-field">
          <legend>Op welk verzoek is dit het antwoord?</legend>
          <p class="utrecht-form-field-description">
            De secretaris krijgt er een bericht over, en zegt zelf wat de uitkomst is.
          </p>
          {places.map(({ place, words }, index) => (
            <div class="choice">
              <input
                type="radio"
                id={`${PLACE_FIELD}-${index}`}
                name={PLACE_FIELD}
                value={placeValue(place)}
                required
              />
              <label for={`${PLACE_FIELD}-${index}`}>
                {words.body}
                <span class="under">
                  {words.round}, {words.trajectory}
                </span>
              </label>
            </div>
          ))}
        </fieldset>
        <p>
          <button type="submit" class="button button-quiet">
            Leg het voor
          </button>
        </p>
      </form>
    </section>
  );
}
