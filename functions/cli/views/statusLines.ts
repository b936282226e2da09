import Table from 'cli-table3';
import { dayOf } from '../../domain/calendar/days.ts';
import { periodWords } from '../../domain/calendar/dutchDay.ts';
import type { Outcome } from '../../domain/decision/outcomes.ts';
import { OUTCOME_WORD, ROUND_STATUS_WORD } from '../../domain/dutch.ts';
import type {
  MilestoneView,
  RequestView,
  RoundView,
  TrajectoryStatus,
} from '../../operations/statusViews.ts';

const MILESTONE_WORD: Readonly<Record<string, string>> = {
  waiting: 'wacht',
  open: 'open',
  completed: 'afgerond',
  withdrawn: 'ingetrokken',
};

/** A trajectory for a person at a terminal: who is to answer first, then the plan, the rounds, the flags. */
export function statusLines(status: TrajectoryStatus): string[] {
  return [
    `${status.title} (${status.trajectory})`,
    ...(status.replanned
      ? [
          `Planning versie ${status.replanned.version}, op ${status.replanned.on} vervangen: ${status.replanned.reason}`,
        ]
      : []),
    '',
    ...openLines(status),
    '',
    'Het plan',
    ...milestoneTable(status),
    ...forecastLines(status),
    ...status.rounds.flatMap((round) => ['', ...roundLines(round)]),
    ...section(
      'Signalen',
      status.flags.filter((flag) => !flag.resolvedAt).map((flag) => flag.reason),
    ),
    ...section('Niet verzonden berichten', status.failedMails),
  ];
}

function openLines(status: TrajectoryStatus): string[] {
  const revising = status.rounds.filter((round) => round.status === 'handed-over' && !round.revised);
  const lines = [
    ...status.openRequests.map(
      (request) =>
        `  ${request.name} (${request.body}): ronde ${request.round}${request.askedAt ? `, gevraagd ${dayOf(request.askedAt)}` : ''}${request.newDate ? `, aangehouden tot ${request.newDate}` : ''}${dueWords(request)}`,
    ),
    ...revising.map((round) => `  De organisatie: herzien voorstel na ronde ${round.id}`),
  ];
  return ['Nu aan zet', ...(lines.length > 0 ? lines : ['  niemand'])];
}

function dueWords({ dueOn, papersBy }: RequestView): string {
  if (!dueOn) return '';
  return papersBy && papersBy < dueOn
    ? `, stukken uiterlijk ${papersBy}, besluit uiterlijk ${dueOn}`
    : `, uiterlijk ${dueOn}`;
}

function milestoneTable(status: TrajectoryStatus): string[] {
  const table = new Table({
    head: ['mijlpaal', 'periode', 'stand', 'uiterlijk', 'verwacht', 'afgerond'],
    style: { head: [], border: [] },
  });
  for (const milestone of status.milestones) {
    table.push([
      milestone.id,
      periodWords(milestone.period),
      MILESTONE_WORD[milestone.status] ?? milestone.status,
      milestone.dueOn,
      milestone.completedOn ? '' : expectedWords(milestone),
      milestone.completedOn ?? '',
    ]);
  }
  return table.toString().split('\n');
}

function expectedWords({ forecast }: MilestoneView): string {
  const late = forecast.slack < 0 ? ` ${-forecast.slack} wd over tijd` : '';
  return `${forecast.expectedOn}${forecast.critical ? ' *' : ''}${late}`;
}

/** Why the days of the table are what they are; nothing for what is done. */
function forecastLines({ forecast, milestones }: TrajectoryStatus): string[] {
  const ahead = milestones.filter(({ status }) => status === 'open' || status === 'waiting');
  if (ahead.length === 0) return [];
  const why = ahead.flatMap((milestone) => [
    ...milestone.moved.map(
      ({ from, to, reason }) => `${milestone.id}: uiterlijk ${to} in plaats van ${from}, want ${reason}`,
    ),
    ...milestone.forecast.moved.map(
      ({ from, to, reason }) => `${milestone.id}: verwacht ${to} in plaats van ${from}, want ${reason}`,
    ),
    ...milestone.forecast.facts.map((fact) => `${milestone.id}: onderweg ${fact}`),
  ]);
  return [
    `* bepaalt wanneer het laatste besluit te verwachten is: ${forecast.finish} (wd = werkdagen)`,
    ...section('Waarom deze data', why),
  ];
}

function roundLines(round: RoundView): string[] {
  return [
    `Ronde ${round.id}: ${ROUND_STATUS_WORD[round.status]}`,
    ...(round.revisionNote ? [`  herzien: ${round.revisionNote}`] : []),
    ...round.requests.map((request) => `  ${request.body.padEnd(16)} ${answerOf(request)}`),
  ];
}

function answerOf(request: RequestView): string {
  if (request.status === 'expected') return 'nog niet gevraagd';
  const extra = [request.reference, request.note]
    .filter((text) => text !== null)
    .map((text) => ` – ${text}`)
    .join('');
  if (!request.outcome)
    return `${request.newDate ? `aangehouden tot ${request.newDate}` : 'nog geen antwoord'}${extra}`;
  const until = request.embargo ? ` (NIET OPENBAAR tot ${request.embargo})` : '';
  return `${OUTCOME_WORD[request.outcome as Outcome]} op ${request.decidedOn}${request.silence ? ' (door stilte)' : ''}${until}${extra}`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? ['', title, ...lines.map((line) => `  ${line}`)] : [];
}
