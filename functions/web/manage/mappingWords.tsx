import { OUTCOME_WORD } from '../../domain/dutch.ts';
import type { SourceMapping } from '../../domain/intake/sourceMapping.ts';

const BODY_WORD = { college: 'het college', council: 'de raad' } as const;

/** The map of a source as sentences, for who does not read YAML. */
export function MappingWords({ mapping }: { readonly mapping: SourceMapping }) {
  const lines = [
    ...mapping.decisions.map(decisionWords),
    ...mapping.cases.map(({ case: named, round }) => `Zaak “${named}” hoort bij ronde ${round}.`),
    ...mapping.keywords.map(
      ({ words, round }) =>
        `Met alle woorden ${words.map((word) => `“${word}”`).join(' en ')}: ronde ${round}.`,
    ),
    ...(mapping.resources
      ? [`Een besluit dat alleen een nummer heeft, staat onder ${mapping.resources}.`]
      : []),
    ...mapping.ignore.channels.map((channel) => `Kanaal “${channel}” wordt overgeslagen.`),
    ...mapping.ignore.types.map((type) => `Berichten van de soort “${type}” worden overgeslagen.`),
    ...(mapping.poll ? [pollWords(mapping.poll)] : []),
  ];
  if (lines.length === 0)
    return <p>Zij heeft geen map: alles wat zij stuurt of publiceert, wacht op een mens.</p>;
  return (
    <ul class="map-lines">
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  );
}

function decisionWords({ type, outcome, body, round }: SourceMapping['decisions'][number]): string {
  const said = [
    body && `van ${BODY_WORD[body]}`,
    round && `in ronde ${round}`,
    outcome ? `telt als ${OUTCOME_WORD[outcome]}` : 'de uitkomst zegt een mens',
  ];
  return `Besluit van de soort “${type}”: ${said.filter(Boolean).join(', ')}.`;
}

function pollWords({ url, organisation, body }: NonNullable<SourceMapping['poll']>): string {
  return `Wordt bevraagd op ${url}${organisation ? ` (organisatie ${organisation})` : ''}, over ${BODY_WORD[body]}.`;
}
