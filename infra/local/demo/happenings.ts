import { type Day, dayOf } from '../../../functions/domain/calendar/days.ts';
import { dutchDay } from '../../../functions/domain/calendar/dutchDay.ts';
import type { Outcome } from '../../../functions/domain/decision/outcomes.ts';
import { FLAG_WORD, OUTCOME_WORD, VERDICT_WORD } from '../../../functions/domain/dutch.ts';
import { bodiesOf } from '../../../functions/domain/plan/bodies.ts';
import { planNames, subjectWords } from '../../../functions/domain/plan/planNames.ts';
import type { Plan } from '../../../functions/domain/plan/schema.ts';
import type { DecisionRequest, Verdict } from '../../../functions/domain/round/round.ts';
import type { AuditEntry, Flag } from '../../../functions/domain/trajectory.ts';
import { nameOfRound } from '../../../functions/web/triage/placeWords.ts';

export interface Happening {
  readonly at: string;
  readonly text: string;
}

export interface HappenedOn {
  readonly day: Day;
  readonly happenings: readonly Happening[];
}

interface RecordOf {
  readonly plan: Plan;
  readonly audit: readonly AuditEntry[];
  readonly requests: readonly Pick<DecisionRequest, 'round' | 'body' | 'askedAt'>[];
  readonly flags: readonly Flag[];
}

/** Of what happened at one moment, what led to the other first. */
const ORDER: readonly (AuditEntry['what'] | 'asked')[] = [
  'started',
  'completed',
  'milestone-opened',
  'revised',
  'round-opened',
  'decided',
  'deferred',
  'corrected',
  'stage-passed',
  'round-divided',
  'round-concluded',
  'asked',
];
/** Flags, and whatever else there is, come last. */
const LAST = ORDER.length;

type Ranked = Happening & { readonly rank: number };

/** What happened in a trajectory, in words, the last day first and each day in its order. */
export function happenedPerDay(record: RecordOf): HappenedOn[] {
  const all = [...ofAudit(record), ...asked(record), ...ofFlags(record)].sort((a, b) =>
    a.at === b.at ? a.rank - b.rank : a.at < b.at ? -1 : 1,
  );
  const days = new Map<Day, Happening[]>();
  for (const { at, text } of all) days.set(dayOf(at), [...(days.get(dayOf(at)) ?? []), { at, text }]);
  return [...days].map(([day, happenings]) => ({ day, happenings })).reverse();
}

function ofAudit({ plan, audit }: RecordOf): Ranked[] {
  return audit.flatMap((entry) => {
    const text = sentenceOf(plan, entry);
    const rank = ORDER.indexOf(entry.what);
    return text === undefined ? [] : [{ at: entry.at, text, rank: rank < 0 ? LAST : rank }];
  });
}

/** Who was asked at one moment about one proposal is one line. */
function asked({ plan, requests }: RecordOf): Ranked[] {
  const found = requests.flatMap(({ askedAt, round, body }) =>
    askedAt ? [{ at: askedAt, text: `Gevraagd over ${nameOfRound(plan, round)}`, body }] : [],
  );
  return oneLineEach(plan, found, ORDER.indexOf('asked'));
}

/** One flag of several bodies is one line. */
function ofFlags({ plan, flags }: RecordOf): Ranked[] {
  const names = planNames(plan);
  const found = flags.flatMap(({ flag, subject, body = subject.split(' ')[1], raisedAt, resolvedAt }) => {
    const about = `${FLAG_WORD[flag]}, ${subjectWords(names, subject.split(' ')[0] ?? subject)}`;
    return [
      { at: raisedAt, text: `Signaal: ${about}`, body },
      ...(resolvedAt ? [{ at: resolvedAt, text: `Signaal opgelost: ${about}`, body }] : []),
    ];
  });
  return oneLineEach(plan, found, LAST);
}

/** What is said of several bodies at one moment is said once, with their names in the order of the plan. */
function oneLineEach(
  plan: Plan,
  found: readonly (Happening & { readonly body: string | undefined })[],
  rank: number,
): Ranked[] {
  const order = bodiesOf(plan).map(({ id }) => id);
  const lines = new Map<string, Happening & { readonly bodies: string[] }>();
  for (const { at, text, body } of found) {
    const line = lines.get(`${at} ${text}`) ?? { at, text, bodies: [] };
    lines.set(`${at} ${text}`, { ...line, bodies: [...line.bodies, ...(body ? [body] : [])] });
  }
  return [...lines.values()].map(({ at, text, bodies }) => {
    const names = bodies
      .sort((a, b) => order.indexOf(a) - order.indexOf(b))
      .map((body) => nameOfBody(plan, body));
    return { at, rank, text: names.length > 0 ? `${text}: ${names.join(', ')}.` : `${text}.` };
  });
}

function sentenceOf(plan: Plan, { what, subject, via, details }: AuditEntry): string | undefined {
  const [first = '', body = ''] = subject.split(' ');
  const round = nameOfRound(plan, first);
  const milestone = plan.milestones.find(({ id }) => id === first)?.title ?? first;
  switch (what) {
    case 'started':
      return 'Het traject is gestart.';
    case 'milestone-opened':
      return `Begonnen: ${milestone}.`;
    case 'round-opened':
      return `Besluitronde geopend: ${round}.`;
    case 'decided':
      return `${nameOfBody(plan, body)}: ${OUTCOME_WORD[details.outcome as Outcome]}${via === 'watch' ? ' (door stilte)' : ''}, over ${round}.`;
    case 'deferred':
      return `${nameOfBody(plan, body)} houdt ${round} aan${typeof details.newDate === 'string' ? ` tot ${dutchDay(details.newDate)}` : ''}.`;
    case 'corrected':
    case 'late-correction':
      return `Het antwoord van ${nameOfBody(plan, body)} over ${round} is verbeterd.`;
    case 'stage-passed':
      return `${round}: ${VERDICT_WORD[details.verdict as Verdict]}; het voorstel gaat naar de volgende stap van de keten.`;
    case 'round-concluded':
      return `Besluitronde afgerond: ${round}, ${VERDICT_WORD[details.verdict as Verdict]}.`;
    case 'round-divided':
      return `De organen zijn verdeeld over ${round}; de organisatie herziet het voorstel.`;
    case 'revised':
      return `Het herziene voorstel ligt er: ${round} begint.`;
    case 'completed':
      return `Afgerond: ${milestone}.`;
    case 'withdrawn':
      return `Ingetrokken: ${round}.`;
    case 'resumed':
      return `De uitvoering van ${round} is hervat.`;
    case 'replanned':
      return 'Het plan is vervangen.';
    default:
      return undefined;
  }
}

function nameOfBody(plan: Plan, body: string): string {
  return bodiesOf(plan).find(({ id }) => id === body)?.name ?? body;
}
