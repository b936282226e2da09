import { decisionLists } from '../../domain/intake/reconcile/decisionLists.ts';
import { isUnder } from '../../domain/intake/reconcile/isUnder.ts';
import { type DecisionPage, readDecisionPage } from '../../domain/intake/reconcile/readDecisionPage.ts';
import type { Source } from '../../domain/intake/source.ts';
import { Forbidden, Unavailable } from '../../domain/unavailable.ts';
import type { WallClock } from '../ports.ts';
import type { Failed } from './lookInTurn.ts';
import type { Fetched, ResourceReader } from './ports.ts';

/** Open Zaak gives a hundred decisions a page; a map with many kinds has as many lists. */
export const MOST_PAGES = 100;
/** All sources are looked at within one call of the function. */
const LONGEST_MS = 100_000;

const BY_HAND = 'Wat niet gemeld wordt, moet zolang met de hand worden ingevoerd.';
const TOO_MUCH: Failed = {
  trouble: 'too-much',
  said: 'Het documentsysteem geeft meer besluiten dan in één keer nagelopen kunnen worden; wat gevonden is, telt. Noem in de map van de bron elke soort besluit bij haar adres (URL), dan wordt alleen daarnaar gevraagd.',
};
const NO_LIST: Failed = {
  trouble: 'layout',
  said: `Op het adres bij "resources" in de map van de bron staat geen lijst van besluiten zoals de Besluiten API 1.1 die geeft. ${BY_HAND}`,
};
const NOT_THERE: Failed = {
  trouble: 'settings',
  said: `Op het adres bij "resources" in de map van de bron is niets te vinden. ${BY_HAND}`,
};

type Page = Extract<DecisionPage, { kind: 'page' }>;

/**
 * Reads the lists of a source page by page, and gives each page to `take` before the next is asked for: what is found before
 * something fails counts. An answer leads nowhere but to what is under the list's own address. Returns what failed.
 */
export async function readDecisionLists(
  resources: ResourceReader,
  source: Source,
  list: string,
  take: (page: Page) => Promise<void>,
  now: WallClock,
): Promise<Failed | undefined> {
  const start = Date.parse(now());
  const left = decisionLists(list, source.mapping);
  const asked = new Set<string>();
  for (let address = left.shift(); address; address = left.shift()) {
    if (asked.size >= MOST_PAGES || Date.parse(now()) - start > LONGEST_MS) return TOO_MUCH;
    asked.add(address);
    const answer = await answerOf(resources, address, source);
    if ('trouble' in answer) return answer;
    const page = readDecisionPage(answer.json, list);
    if (page.kind === 'no-page') return NO_LIST;
    await take(page);
    if (page.elsewhere) return elsewhere('een besluit', list);
    if (page.next === undefined) continue;
    if (!isUnder(page.next, list)) return elsewhere('de volgende bladzijde', list);
    // A list that goes round has no end.
    if (asked.has(page.next)) return NO_LIST;
    left.unshift(page.next);
  }
  return undefined;
}

async function answerOf(
  resources: ResourceReader,
  address: string,
  source: Source,
): Promise<Extract<Fetched, { kind: 'found' }> | Failed> {
  try {
    const fetched = await resources.read(address, source);
    if (fetched.kind === 'gone') return NOT_THERE;
    if (fetched.kind === 'refused') return { trouble: 'settings', said: `${fetched.why} ${BY_HAND}` };
    return fetched;
  } catch (error) {
    if (error instanceof Forbidden)
      return {
        trouble: 'forbidden',
        said: `Het weigert antwoord (status ${error.status}): kijk na of het --client-id en het geheim van de bron kent, en ons besluiten laat lezen. ${BY_HAND}`,
      };
    if (!(error instanceof Unavailable)) throw error;
    return {
      trouble: 'unreachable',
      said: `${error.message.split(':')[0]}; het wordt vanzelf opnieuw geprobeerd. ${BY_HAND}`,
    };
  }
}

function elsewhere(what: string, list: string): Failed {
  return {
    trouble: 'settings',
    said: `Het documentsysteem noemt ${what} op een adres dat niet onder ${list} ligt; dat wordt niet opgevraagd. Zet bij "resources" in de map van de bron het adres dat het systeem zelf noemt. ${BY_HAND}`,
  };
}
