import { bodiesOf } from '../bodies.ts';
import type { Draft, Mention } from '../draft.ts';
import type { Finding } from '../planMistake.ts';

/** Whoever is asked, owns a milestone or is informed must be in the plan, and a group must have members. */
export function unknownNames(draft: Draft): Finding[] {
  // A participant or partner that could not be read may be the one that is named.
  if (!draft.whole.names) return [];
  const bodies = bodiesOf(draft);
  const groups = ['colleges', 'councils'].map((name) => ({
    name,
    size: bodies.filter((b) => b.group === name).length,
  }));
  const bodyIds = bodies.map((body) => body.id);
  const partnerIds = draft.partners.map((partner) => partner.id);
  const askable = ['colleges', 'councils', ...bodyIds];
  const owners = [...askable, 'organisation', ...partnerIds];

  const emptyGroup = ({ name, path }: Mention): Finding[] =>
    groups.some((group) => group.name === name && group.size === 0)
      ? [
          {
            path,
            problem: `De groep "${name}" heeft geen leden.`,
            remedy: `Geef minstens één deelnemer een ${name === 'colleges' ? 'college' : 'council'}, of noem een ander orgaan.`,
          },
        ]
      : [];
  const unknown = ({ name, path }: Mention, what: string, known: readonly string[]): Finding[] =>
    known.includes(name)
      ? []
      : [
          {
            path,
            problem: `"${name}" is geen ${what} van dit plan.`,
            remedy: `Verbeter de naam of voeg hem toe; het plan kent: ${known.join(', ') || 'er nog geen'}.`,
          },
        ];

  const asks = draft.rounds.flatMap((round) => round.stages.flatMap((stage) => stage.ask));
  return [
    ...asks.flatMap((mention) =>
      !askable.includes(mention.name) && owners.includes(mention.name)
        ? [
            {
              path: mention.path,
              problem: `"${mention.name}" is geen orgaan: alleen organen wordt een besluit gevraagd.`,
              remedy:
                'Noem een partner bij "informs" van de ronde, of maak voor de organisatie of partner een mijlpaal.',
            },
          ]
        : [...unknown(mention, 'groep of orgaan', askable), ...emptyGroup(mention)],
    ),
    ...draft.milestones
      .flatMap((milestone) => milestone.owner)
      .flatMap((mention) => [
        ...unknown(mention, 'groep, orgaan of partner', owners),
        ...emptyGroup(mention),
      ]),
    ...draft.rounds
      .flatMap((round) => round.informs)
      .flatMap((mention) => unknown(mention, 'partner', partnerIds)),
  ];
}
