import { CALENDARS, CONTACTS, PLANS } from '../pages/addresses.ts';

/** The way to what the planning rests on. */
export function PlanningSection() {
  return (
    <section aria-labelledby="planning">
      <h2 id="planning">Plannen, contactpersonen en kalenders</h2>
      <ul class="link-list">
        <li>
          <a href={PLANS}>Plannen van de trajecten</a>
        </li>
        <li>
          <a href={CONTACTS}>Contactpersonen van de organen</a>
        </li>
        <li>
          <a href={CALENDARS}>Vergaderdagen en recessen</a>
        </li>
      </ul>
    </section>
  );
}
