import Table from 'cli-table3';
import { dutchDay } from '../../domain/calendar/dutchDay.ts';
import { bodiesOf } from '../../domain/plan/bodies.ts';
import type { Plan } from '../../domain/plan/schema.ts';
import type { Move } from '../../domain/replan/changes.ts';
import type { Replanned } from '../../operations/replan.ts';

/** What another plan moves, adds, drops and makes impossible, and whom it concerns; for a person at a terminal. */
export function replanLines(
  trajectory: string,
  plan: Plan,
  { changed, version, comparison }: Replanned,
  dryRun: boolean,
): string[] {
  if (!changed) return [`Traject ${trajectory} heeft dit plan al; er is niets gewijzigd.`];
  const { moves, added, removed, rounds, impossible, concerned } = comparison;
  return [
    dryRun
      ? `Dit zou planversie ${version} van traject ${trajectory} worden; er is niets gewijzigd.`
      : `Traject ${trajectory} heeft nu planversie ${version}.`,
    '',
    ...(moves.length > 0 ? ['Wat verschuift', ...moveTable(moves, plan)] : ['Er verschuift geen datum.']),
    ...section('Nieuw', added),
    ...section('Vervalt', removed),
    ...section(
      'Ronden die vervallen',
      rounds.map(({ title, round }) => (round ? `${title}: ronde ${round} wordt ingetrokken` : title)),
    ),
    ...section(
      'Wordt onmogelijk',
      impossible.map(({ reason, todo }) => `${reason} ${todo}`),
    ),
    '',
    `Wie het aangaat (ieder krijgt één bericht${dryRun ? ', zodra het plan wordt ingevoerd' : ''})`,
    ...concerned.flatMap(({ name, sentences }) => [
      `  ${name}`,
      ...sentences.map((sentence) => `    - ${sentence}`),
    ]),
  ];
}

function moveTable(moves: readonly Move[], plan: Plan): string[] {
  const names = new Map(bodiesOf(plan).map(({ id, name }) => [id, name]));
  const table = new Table({
    head: ['wat', 'wie', 'was uiterlijk', 'wordt uiterlijk', 'stukken uiterlijk'],
    style: { head: [], border: [] },
    wordWrap: true,
    colWidths: [40, 32, 20, 20, 20],
  });
  for (const { of, subject, title, bodies, from, to, papersBy } of moves) {
    table.push([
      of === 'running' ? `${title} (${subject})` : title,
      bodies.map((id) => names.get(id) ?? id).join(', '),
      dutchDay(from),
      dutchDay(to),
      papersBy ? dutchDay(papersBy) : '',
    ]);
  }
  return table.toString().split('\n');
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? ['', title, ...lines.map((line) => `  ${line}`)] : [];
}
