import { dayOf } from '../../calendar/days.ts';
import { dutchDay } from '../../calendar/dutchDay.ts';
import { addWorkingDays } from '../../calendar/workingDays.ts';
import { bodiesOfStage } from '../../plan/bodies.ts';
import { opensNotBefore, roundOfMilestone } from '../../plan/derived.ts';
import { ladderOf } from '../../plan/planningRules.ts';
import type { PlanMilestone } from '../../plan/schema.ts';
import type { Round } from '../../round/round.ts';
import { lastStageOf, predecessorsOf } from '../order.ts';
import { requestKeyOf } from '../planning.ts';
import { bodyName, type FlagInputs, recessWords, titleOf, type WantedFlag } from './wantedFlag.ts';

/** For every milestone that is not completed: late, at risk, waiting, or with a body that does not meet in time. */
export function milestoneFlags(inputs: FlagInputs): WantedFlag[] {
  return inputs.plan.milestones
    .filter(({ id }) => {
      const row = inputs.state.milestones.find((each) => each.id === id);
      return row === undefined || row.status === 'open';
    })
    .flatMap((milestone) => [
      ...workFlags(milestone, inputs),
      ...withoutProposal(milestone, inputs),
      ...atRisk(milestone, inputs),
      ...waiting(milestone, inputs),
      ...noMeeting(milestone, inputs),
    ]);
}

/** A task, session or consultation that is open: nobody is asked for it by a request, the project lead sees to it. */
function workFlags(milestone: PlanMilestone, { plan, planning, state, today }: FlagInputs): WantedFlag[] {
  const due = planning.milestones.get(milestone.id)?.due;
  const open = state.milestones.some(({ id, status }) => id === milestone.id && status === 'open');
  if (!due || !open || milestone.kind === 'decision' || milestone.kind === 'note') return [];
  const about = { subject: milestone.id, date: due.day };
  if (today > due.day) {
    return [
      {
        ...about,
        flag: 'overdue',
        reason: `${milestone.title} had uiterlijk ${dutchDay(due.day)} afgerond moeten zijn.`,
        todo: 'Meld het gereed met "besluitketen complete", of verschuif de planning met "besluitketen replan".',
      },
    ];
  }
  if (today < addWorkingDays(due.day, -Math.max(0, ...ladderOf(plan, 'task').before))) return [];
  return [
    {
      ...about,
      flag: 'approaching',
      reason: `${milestone.title} moet uiterlijk ${dutchDay(due.day)} afgerond zijn.`,
      todo: 'Meld het gereed met "besluitketen complete" zodra het klaar is.',
    },
  ];
}

/**
 * A decision whose round was divided or withdrawn waits for a new proposal, and nobody is asked anything: said from the
 * day after it opened, so that a round that was opened today is not missed by an index that lags.
 */
function withoutProposal(
  milestone: PlanMilestone,
  { plan, planning, state, today }: FlagInputs,
): WantedFlag[] {
  const round = roundOfMilestone(plan, milestone.id);
  const row = state.milestones.find(({ id, status }) => id === milestone.id && status === 'open');
  const due = planning.milestones.get(milestone.id)?.due;
  if (!round || !due || !row?.openedAt || dayOf(row.openedAt) >= today) return [];
  // One that is concluded is about to complete the milestone.
  const goesOn = ({ family, status }: Round) =>
    family === round.id && (status === 'open' || status === 'concluded');
  if (state.rounds.some((each) => goesOn(each.round))) return [];
  const late = today > due.day;
  return [
    {
      flag: late ? 'overdue' : 'waiting-on-predecessor',
      subject: milestone.id,
      date: due.day,
      reason: late
        ? `${milestone.title} had uiterlijk ${dutchDay(due.day)} besloten moeten zijn, maar er loopt geen ronde: het voorstel wacht op herziening.`
        : `${milestone.title} wacht op een herzien voorstel: er loopt geen ronde, en het besluit moet er uiterlijk ${dutchDay(due.day)} zijn.`,
      todo: 'Leg het herziene voorstel voor met "besluitketen revise", of haal het besluit uit de planning met "besluitketen replan".',
    },
  ];
}

function atRisk(milestone: PlanMilestone, { plan, planning, today }: FlagInputs): WantedFlag[] {
  const planned = planning.milestones.get(milestone.id);
  if (!planned || planned.forecast.finish <= planned.due.day || today > planned.due.day) return [];
  const { forecast, due } = planned;
  const because =
    forecast.moved.at(-1)?.reason ?? (forecast.after && `het wacht op ${titleOf(plan, forecast.after)}`);
  return [
    {
      flag: 'at-risk',
      subject: milestone.id,
      date: forecast.finish,
      reason: `${milestone.title} is niet vóór ${dutchDay(forecast.finish)} te verwachten, en moet uiterlijk ${dutchDay(due.day)} klaar zijn${because ? `: ${because}` : ''}.`,
      todo: 'Vraag om een eerdere of extra vergadering, verkort wat eraan voorafgaat, of verschuif de planning met "besluitketen replan".',
    },
  ];
}

function waiting(milestone: PlanMilestone, { plan, state, today }: FlagInputs): WantedFlag[] {
  if (state.milestones.some(({ id }) => id === milestone.id) || opensNotBefore(milestone) > today) return [];
  const done = new Set(state.milestones.filter(({ status }) => status === 'completed').map(({ id }) => id));
  const missing = predecessorsOf(plan, milestone).filter((id) => !done.has(id));
  if (missing.length === 0) return [];
  const names = missing.map((id) => titleOf(plan, id)).join('; ');
  return [
    {
      flag: 'waiting-on-predecessor',
      subject: milestone.id,
      date: opensNotBefore(milestone),
      reason: `${milestone.title} kon op ${dutchDay(opensNotBefore(milestone))} beginnen, maar wacht op: ${names}.`,
      todo: 'Rond af waar het op wacht, of verschuif de planning met "besluitketen replan".',
    },
  ];
}

/** Seen long before anybody is asked: a body has no meeting in the time that is left for this milestone. */
function noMeeting(milestone: PlanMilestone, { plan, calendars, planning, state }: FlagInputs): WantedFlag[] {
  const round = roundOfMilestone(plan, milestone.id);
  if (!round) return [];
  const stage = lastStageOf(round, milestone.id);
  const asked = new Set(
    state.rounds
      .filter((each) => each.round.family === round.id)
      .flatMap(({ requests }) => requests.filter((each) => each.stage === stage).map(({ body }) => body)),
  );
  return bodiesOfStage(plan, round.stages[stage]!).flatMap(({ id }): WantedFlag[] => {
    const due = planning.requests.get(requestKeyOf(round.id, stage, id));
    if (!due || due.meeting || asked.has(id)) return [];
    const why = recessWords(calendars.get(id), due.day);
    return [
      {
        flag: 'no-meeting-left',
        subject: `${milestone.id} ${id}`,
        body: id,
        date: due.day,
        reason: `${bodyName(plan, id)} heeft in de tijd voor ${milestone.title} geen vergadering tot en met ${dutchDay(due.day)}${why}.`,
        todo: 'Vraag om een extra vergadering, of verschuif de planning met "besluitketen replan".',
      },
    ];
  });
}
