import { MAILS } from '../mails/mailPaths.ts';
import {
  CALENDARS,
  CONTACTS,
  DEAD_LETTERS,
  EXECUTIONS,
  PLANS,
  SETTINGS,
  TRIAGE,
} from '../pages/addresses.ts';

/** The pages of the administrator, and what each is for. */
const PAGES: readonly (readonly [address: string, name: string, what: string])[] = [
  [EXECUTIONS, 'Uitvoeringen', 'hoe de besluitrondes lopen; een verloren ronde hervatten'],
  [MAILS, 'Mails', 'wat nog gaat en wat verzonden is; alles tegenhouden; adressen die niets krijgen'],
  [PLANS, 'Plannen', 'het plan van een traject wijzigen, na een blik op wat verschuift'],
  [CONTACTS, 'Contactpersonen', 'wie per orgaan berichten krijgt'],
  [CALENDARS, 'Kalenders', 'vergaderdagen en recessen per orgaan'],
  [TRIAGE, 'Triage', 'binnengekomen berichten die op een mens wachten'],
  [DEAD_LETTERS, 'Onbestelbare berichten', 'wat een dag lang niet kon worden verwerkt'],
  [SETTINGS, 'Instellingen', 'wat voor deze omgeving geldt, en waar u het wijzigt'],
];

/** The table of contents of all there is to look after. */
export function ManageContents() {
  return (
    <section aria-labelledby="onderdelen">
      <h2 id="onderdelen">Onderdelen</h2>
      <ul class="link-list">
        {PAGES.map(([address, name, what]) => (
          <li>
            <a href={address}>{name}</a>: {what}
          </li>
        ))}
      </ul>
    </section>
  );
}
