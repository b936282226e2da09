import { auditEntry } from '../audit.ts';
import { atTime, type Day, dayOf } from '../calendar/days.ts';
import type { RecordedBy } from '../decision/answer.ts';
import { judge } from '../decision/judge.ts';
import { completionsOwed } from '../milestones/completions.ts';
import { openableMilestones } from '../milestones/openable.ts';
import type { Plan } from '../plan/schema.ts';
import { advance } from '../round/advance.ts';
import { newRound } from '../round/openRound.ts';
import { type DecisionRequest, type Round, SCHEMA_VERSION } from '../round/round.ts';
import { weighStage } from '../round/weigh.ts';
import { formatRoundId, parseRoundId } from '../roundId.ts';
import type { AuditEntry, MilestoneRow } from '../trajectory.ts';
import type { HistoryEntry, HistoryMistake } from './entry.ts';
import { tellNobody } from './tellNobody.ts';

/** The rows as they would be if the system had been there, and nobody is owed a mail for the past. */
export interface Replayed {
  readonly milestones: readonly MilestoneRow[];
  readonly rounds: readonly Round[];
  readonly requests: readonly DecisionRequest[];
  readonly audit: readonly AuditEntry[];
}

const BY: RecordedBy = { by: 'historie', via: 'history' };
const HOUR = '12:00';

/**
 * Plays the past under a plan with the rules that also hold for the present: each entry on its own date, in
 * order; what it completes opens what waited. All entries that cannot have happened are reported at once; then
 * there are no rows. `startAt` is the moment of joining: what is still open is asked then.
 */
export function replay(
  plan: Plan,
  trajectory: string,
  entries: readonly HistoryEntry[],
  startAt: string,
): { readonly replayed: Replayed } | { readonly mistakes: readonly HistoryMistake[] } {
  const past = new Past(plan, trajectory);
  const mistakes: HistoryMistake[] = [];
  const inOrder = [...entries].sort((a, b) => (a.on === b.on ? a.line - b.line : a.on < b.on ? -1 : 1));
  for (const entry of inOrder) {
    const problem =
      entry.on > dayOf(startAt)
        ? `de datum ${entry.on} ligt na het moment van instappen`
        : past.happen(entry);
    if (problem) mistakes.push({ line: entry.line, problem });
  }
  if (mistakes.length > 0) return { mistakes: mistakes.sort((a, b) => a.line - b.line) };
  return { replayed: past.rows(startAt) };
}

class Past {
  private readonly milestones = new Map<string, MilestoneRow>();
  private readonly rounds = new Map<string, Round>();
  private readonly requests = new Map<string, DecisionRequest>();
  private readonly audit: AuditEntry[] = [];

  constructor(
    private readonly plan: Plan,
    private readonly trajectory: string,
  ) {}

  /** Undefined when it could happen, otherwise why it could not. */
  happen(entry: HistoryEntry): string | undefined {
    this.openWhatMay(entry.on);
    switch (entry.what) {
      case 'decide':
        return this.decide(entry);
      case 'complete':
        return this.complete(entry.milestone, entry.on);
      case 'revise':
        return this.revise(entry.round, entry.note, entry.on);
    }
  }

  rows(startAt: string): Replayed {
    const requests = [...this.requests.values()];
    const rounds = [...this.rounds.values()].map((round) =>
      // What a running round still has to ask is asked now, not in the past.
      round.status === 'open' ? { ...round, askAt: startAt, lastWrite: 'opened' } : round,
    );
    return { ...tellNobody(rounds, requests), milestones: [...this.milestones.values()], audit: this.audit };
  }

  private decide(entry: Extract<HistoryEntry, { what: 'decide' }>): string | undefined {
    const round = this.rounds.get(entry.round);
    if (!round)
      return `ronde ${entry.round} liep op ${entry.on} nog niet; zet eerst wat eraan voorafging in het bestand`;
    const { line: _line, what: _what, round: id, body, outcome, on, newDate, reference, note } = entry;
    const answer = {
      trajectory: this.trajectory,
      round: id,
      body,
      outcome,
      on,
      ...(newDate && { newDate }),
      ...(reference && { reference }),
      ...(note && { note }),
    };
    const at = atTime(on, HOUR);
    const key = `${id} ${body}`;
    const judgement = judge(answer, round, this.requests.get(key), at, BY);
    if (judgement.kind === 'refused') return judgement.refusal.message;
    if (judgement.kind === 'same') return undefined;
    this.requests.set(key, judgement.request);
    const { trajectory: _t, round: _r, body: _b, ...content } = answer;
    this.log(at, outcome === 'deferred' ? 'deferred' : 'decided', key, content);
    this.weigh(id);
    return undefined;
  }

  private weigh(id: string): void {
    for (let round = this.rounds.get(id); round?.status === 'open'; round = this.rounds.get(id)) {
      const stage = round.stages[round.stage];
      const answers = [...this.requests.values()].filter((request) => request.round === id);
      const weighing = stage && weighStage(stage, answers);
      if (!weighing || weighing.kind === 'waiting') return;
      const last = round.stage === round.stages.length - 1;
      this.log(
        weighing.at,
        weighing.kind === 'divided' ? 'round-divided' : last ? 'round-concluded' : 'stage-passed',
        id,
        { stage: round.stage, verdict: weighing.verdict, on: weighing.on },
      );
      const after: Round = { ...round, ...advance(round, weighing) } as Round;
      this.rounds.set(id, after);
      for (const completed of completionsOwed(after)) {
        if (this.milestones.get(completed.id)?.status !== 'completed') {
          this.milestones.set(completed.id, { ...this.milestones.get(completed.id), ...completed });
        }
      }
    }
  }

  private complete(id: string, on: Day): string | undefined {
    const milestone = this.plan.milestones.find((each) => each.id === id);
    if (!milestone) return `het plan kent geen mijlpaal "${id}"`;
    if (milestone.kind === 'decision' || milestone.kind === 'note') {
      return `mijlpaal ${id} wordt door de organen afgerond; zet hun antwoorden in het bestand`;
    }
    const before = this.milestones.get(id);
    if (before?.status === 'completed') return `mijlpaal ${id} staat al eerder als afgerond`;
    const missing = milestone.waitsFor.filter((each) => this.milestones.get(each)?.status !== 'completed');
    if (missing.length > 0) return `mijlpaal ${id} wachtte op ${on} nog op ${missing.join(', ')}`;
    const at = atTime(on, HOUR);
    const { openedAt: _notYet, ...row } = this.row(id, at);
    this.milestones.set(id, {
      ...row,
      ...before,
      status: 'completed',
      completedOn: on,
      completedAt: at,
      lastWrite: 'completed',
    });
    this.log(at, 'completed', id, { on });
    return undefined;
  }

  private revise(id: string, note: string, on: Day): string | undefined {
    const divided = this.rounds.get(id);
    const planRound = this.plan.rounds.find((each) => each.id === parseRoundId(id).family);
    if (!divided || !planRound || divided.status !== 'handed-over' || divided.revisedAt) {
      return `ronde ${id} was op ${on} niet verdeeld, of al herzien`;
    }
    const at = atTime(on, HOUR);
    const next = newRound(this.plan, planRound, divided.number + 1, at, this.trajectory, note);
    this.rounds.set(id, { ...divided, revisedAt: at, lastWrite: 'revised' });
    this.rounds.set(formatRoundId(next), next);
    this.log(at, 'revised', formatRoundId(next), { note, after: id });
    return undefined;
  }

  private openWhatMay(day: Day): void {
    const at = atTime(day, HOUR);
    for (const { milestone, round } of openableMilestones(this.plan, [...this.milestones.values()], day)) {
      this.milestones.set(milestone.id, {
        ...this.row(milestone.id, at),
        status: 'open',
        openedAt: at,
        mails: {},
      });
      if (round) {
        const opened = newRound(this.plan, round, 1, at, this.trajectory);
        this.rounds.set(formatRoundId(opened), opened);
      }
      this.log(at, round ? 'round-opened' : 'milestone-opened', round ? `${round.id}.r1` : milestone.id, {});
    }
  }

  private row(id: string, at: string): MilestoneRow {
    return {
      kind: 'milestone',
      schemaVersion: SCHEMA_VERSION,
      trajectory: this.trajectory,
      id,
      status: 'open',
      openedAt: at,
      lastWrite: 'opened',
    };
  }

  private log(at: string, what: AuditEntry['what'], subject: string, details: AuditEntry['details']): void {
    this.audit.push(auditEntry({ trajectory: this.trajectory, at, what, subject, ...BY, details }));
  }
}
