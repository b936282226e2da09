import type { YAMLError } from 'yaml';

interface Sentence {
  readonly problem: string;
  readonly remedy: string;
}

/** What the YAML parser's error codes mean to someone who writes a plan. */
const SENTENCES: Partial<Record<YAMLError['code'], Sentence>> = {
  BAD_INDENT: {
    problem: 'Deze regel springt niet in zoals het blok waar hij bij hoort.',
    remedy: 'Zet sleutels van hetzelfde blok recht onder elkaar, met twee spaties per niveau.',
  },
  TAB_AS_INDENT: { problem: 'Hier wordt met een tab ingesprongen.', remedy: 'Vervang de tab door spaties.' },
  MISSING_CHAR: {
    problem: 'Hier ontbreekt een teken: een aanhalingsteken, haakje, komma, dubbele punt of spatie.',
    remedy: 'Sluit wat geopend is, en zet een spatie na elke dubbele punt en elk streepje.',
  },
  MULTILINE_IMPLICIT_KEY: {
    problem: 'Een sleutel loopt door op de volgende regel.',
    remedy:
      'Zet achter elke sleutel een dubbele punt en een spatie, en sluit aanhalingstekens op dezelfde regel.',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    problem: 'Op één regel staan twee sleutels of een lijst achter een sleutel.',
    remedy: 'Zet een tekst met ": " tussen aanhalingstekens, of begin een nieuwe regel.',
  },
  BLOCK_IN_FLOW: {
    problem: 'Binnen { } of [ ] staat een blok met inspringing.',
    remedy: "Schrijf het geheel tussen de haken, met komma's, of helemaal zonder haken.",
  },
  BAD_SCALAR_START: {
    problem: 'Een tekst begint met een teken dat in YAML iets anders betekent.',
    remedy: 'Zet de tekst tussen aanhalingstekens.',
  },
  BAD_DQ_ESCAPE: {
    problem: 'Een "\\" tussen dubbele aanhalingstekens wordt niet begrepen.',
    remedy: 'Gebruik enkele aanhalingstekens of schrijf "\\\\".',
  },
  MULTIPLE_DOCS: {
    problem: 'Het bestand bevat meer dan één YAML-document (---).',
    remedy: 'Zet elk plan in een eigen bestand.',
  },
  NON_STRING_KEY: { problem: 'Een sleutel is geen tekst.', remedy: 'Gebruik een gewone naam als sleutel.' },
  TAG_RESOLVE_FAILED: {
    problem: 'Hier staat een "!"-aanduiding die een plan niet kent, of een waarde die er niet bij past.',
    remedy: 'Haal de aanduiding weg of zet de tekst tussen aanhalingstekens.',
  },
  RESOURCE_EXHAUSTION: {
    problem: 'Het plan is te diep genest of verwijst te vaak naar zichzelf.',
    remedy: 'Schrijf de blokken uit, zonder verwijzingen met "&" en "*".',
  },
};

/** A Dutch sentence for an error of the parser; its own English is kept where we have no better words. */
export function syntaxSentence(error: Pick<YAMLError, 'code' | 'message'>): Sentence {
  return (
    SENTENCES[error.code] ?? {
      problem: `Dit is geen geldige YAML (${error.message}).`,
      remedy:
        'Vergelijk de inspringing, streepjes en dubbele punten met het voorbeeld in docs/plan-format.md.',
    }
  );
}
