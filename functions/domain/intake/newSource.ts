import { Refusal } from '../refusal.ts';
import { SCHEMA_VERSION } from '../round/round.ts';
import { isPolledKind } from './polledSource.ts';
import { POLLED_KINDS, SOURCE_NAME, type Source, USUAL_MOST_PER_MINUTE } from './source.ts';
import { NO_MAPPING, type SourceMapping } from './sourceMapping.ts';

export interface NewSource {
  readonly name: string;
  readonly speaks: string;
  readonly municipality: string;
  readonly origins: readonly string[];
  readonly mapping?: SourceMapping | undefined;
  readonly mostPerMinute?: number | undefined;
}

const KINDS = ['zgw', 'cloudevents', 'standard', ...POLLED_KINDS] as const;

/** A source as it is kept, or a refusal SOURCE_INVALID that says what to write. `local`: may be asked over http. */
export function newSource(given: NewSource, local: boolean, at: string, by: string): Source {
  const { name, municipality, origins, mapping = NO_MAPPING } = given;
  const speaks = KINDS.find((kind) => kind === given.speaks);
  const mostPerMinute = given.mostPerMinute ?? USUAL_MOST_PER_MINUTE;
  if (!SOURCE_NAME.test(name))
    throw invalid(
      'De naam van een bron bestaat uit kleine letters, cijfers en koppeltekens, zoals harlingen-zaken.',
    );
  if (!speaks) throw invalid(`"${given.speaks}" is geen soort bron; kies uit ${KINDS.join(', ')}.`);
  if (!/^[A-Z]{2}[0-9]{4}$/.test(municipality))
    throw invalid(`"${municipality}" is geen gemeentecode; schrijf haar als GM0072.`);
  if (!Number.isInteger(mostPerMinute) || mostPerMinute < 1)
    throw invalid('Het aantal berichten per minuut is een geheel getal van 1 of meer.');
  if (isPolledKind(speaks) && !mapping.poll)
    throw invalid(
      `Een bron van soort ${speaks} wordt door ons bevraagd; zeg met "poll" in een bestand bij --map waar (docs/council-systems.md).`,
    );
  for (const origin of origins) {
    const url = URL.canParse(origin) ? new URL(origin) : undefined;
    // A star would be a name like any other, and fit nothing.
    if (url?.origin !== origin || origin.includes('*'))
      throw invalid(
        `"${origin}" is geen oorsprong; schrijf alleen protocol, naam en poort, zoals https://zaken.gemeente.example.`,
      );
    if (url.protocol !== 'https:' && !(local && url.protocol === 'http:'))
      throw invalid(`${origin} is geen https; buiten de lokale omgeving wordt alleen over https opgehaald.`);
  }
  return {
    kind: 'source',
    schemaVersion: SCHEMA_VERSION,
    name,
    speaks,
    municipality,
    origins: [...new Set(origins)],
    mapping,
    mostPerMinute,
    addedAt: at,
    addedBy: by,
    lastWrite: `added ${at}`,
  };
}

function invalid(sentence: string): Refusal {
  return new Refusal('SOURCE_INVALID', sentence);
}
