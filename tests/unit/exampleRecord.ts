import type { RecordedBy } from '../../functions/domain/decision/answer.ts';
import { readPlan } from '../../functions/domain/plan/readPlan.ts';
import type { Plan } from '../../functions/domain/plan/schema.ts';
import { newRequest } from '../../functions/domain/round/ask.ts';
import { newRound } from '../../functions/domain/round/openRound.ts';
import type { DecisionRequest, FrozenStage, Round } from '../../functions/domain/round/round.ts';
import { MailRefused } from '../../functions/domain/unavailable.ts';
import { completeMilestone } from '../../functions/operations/completeMilestone.ts';
import { openMilestones } from '../../functions/operations/openMilestones.ts';
import type { MailSender, OutgoingMail } from '../../functions/operations/ports.ts';
import { recordDecision } from '../../functions/operations/recordDecision.ts';
import { startTrajectory } from '../../functions/operations/startTrajectory.ts';
import { createMemoryChain, type MemoryChain } from './memoryChain.ts';
import { createMemoryStore, type MemoryStore } from './memoryStore.ts';
import { EXAMPLE, exampleWith } from './planExample.ts';

/** The plan of planExample.ts, with one piece of it replaced where a test needs that. */
export function examplePlan(...changes: readonly (readonly [piece: string, by: string])[]): Plan {
  return changes.length === 0 ? UNCHANGED : planOf(exampleWith(...changes));
}

function planOf(text: string): Plan {
  const read = readPlan(text);
  if ('mistakes' in read) throw new Error(read.mistakes.map(({ problem }) => problem).join(' '));
  return read.plan;
}

const UNCHANGED = planOf(EXAMPLE);

export const START = '2026-01-05T09:00:00.000Z';
export const OPENED = '2026-01-20T09:00:00.000Z';
export const LATER = '2026-02-02T09:00:00.000Z';
export const CLERK: RecordedBy = { by: 'griffier', via: 'command-line' };
export const COLLEGES = ['GM0001/college', 'GM0002/college'] as const;
export const COUNCILS = ['GM0001/council', 'GM0002/council'] as const;
export const ROUND = 'main.r1';
export const ROUND_ID = { family: 'main', number: 1 };

export interface Running {
  readonly store: MemoryStore;
  readonly chain: MemoryChain;
  readonly plan: Plan;
  round(number?: number): Promise<Round>;
  requests(number?: number): Promise<DecisionRequest[]>;
  decide(body: string, outcome?: DecisionRequest['outcome'], at?: string): Promise<unknown>;
}

/** A started trajectory, not one of its milestones open yet. */
export async function started(plan = examplePlan(), clock: 'real' | 'virtual' = 'real'): Promise<Running> {
  const store = createMemoryStore();
  await startTrajectory(store, plan, plan.id, clock, START, CLERK);
  return runningOn(store, plan);
}

/** A trajectory that is in this record, with no execution yet. */
export function runningOn(store: MemoryStore, plan = examplePlan()): Running {
  const round = async (number = 1) => (await store.round(plan.id, { family: 'main', number }))!;
  return {
    store,
    chain: createMemoryChain(store),
    plan,
    round,
    requests: (number = 1) => store.requestsOfRound(plan.id, `main.r${number}`),
    decide: (body, outcome = 'adopted', at = LATER) =>
      recordDecision(
        store,
        { trajectory: plan.id, round: ROUND, body, outcome, on: at.slice(0, 10) },
        at,
        CLERK,
      ),
  };
}

/** The trajectory with its round open: `prepare` is completed, no execution is started yet. */
export async function opened(plan?: Plan): Promise<Running> {
  const running = await started(plan);
  const { store } = running;
  const trajectory = (await store.trajectory(running.plan.id))!;
  await openMilestones(store, trajectory, START);
  await completeMilestone(store, trajectory.id, 'prepare', '2026-01-20', OPENED, CLERK);
  await openMilestones(store, trajectory, OPENED);
  return running;
}

/** The trajectory with its round open, its execution started and the colleges asked. */
export async function asked(plan?: Plan): Promise<Running> {
  const running = await opened(plan);
  await running.chain.start(await running.round());
  await running.store.markStarted(await running.round(), OPENED);
  await running.chain.catchUp();
  return running;
}

/** Rows as the domain's rules take them, without a store. */
export function roundRow(changes: Partial<Round> = {}, plan = examplePlan()): Round {
  return { ...newRound(plan, plan.rounds[0]!, 1, OPENED, plan.id), ...changes };
}

export function requestRow(body: string, changes: Partial<DecisionRequest> = {}, round = roundRow()) {
  const stage = round.stages.findIndex(({ bodies }) => bodies.includes(body));
  return { ...newRequest({ ...round, stage }, body), token: `token of ${body}`, ...changes };
}

export function decidedRow(body: string, changes: Partial<DecisionRequest> = {}): DecisionRequest {
  return requestRow(body, {
    status: 'decided',
    outcome: 'adopted',
    decidedOn: '2026-02-02',
    recordedAt: LATER,
    decisionId: 'd'.repeat(32),
    by: 'griffier',
    via: 'command-line',
    lastWrite: 'decided',
    ...changes,
  });
}

export function stageOf(changes: Partial<FrozenStage> = {}): FrozenStage {
  return {
    group: 'colleges',
    role: 'decide',
    rule: 'unanimous',
    amendedCounts: false,
    bodies: [...COLLEGES],
    ...changes,
  };
}

export interface Mailbox extends MailSender {
  readonly sent: OutgoingMail[];
  /** The next sends fail so: refused by SES for certain, or in doubt. */
  fails: ('refused' | 'in-doubt' | 'crash')[];
}

/** A mail service that keeps what it sent. `in-doubt` and `crash` take the message before they fail. */
export function createMailbox(): Mailbox {
  const sent: OutgoingMail[] = [];
  const mailbox: Mailbox = {
    sent,
    fails: [],
    send: async (mail) => {
      const fails = mailbox.fails.shift();
      if (fails === 'refused') throw new MailRefused('Address is on the suppression list', undefined, true);
      sent.push(mail);
      if (fails === 'in-doubt') throw new MailRefused('timeout', undefined, false);
      if (fails === 'crash') throw new Error('the function was stopped');
      return `message-${sent.length}`;
    },
  };
  return mailbox;
}

/** A wall clock that a test moves. */
export function createClock(at = LATER) {
  const clock = {
    at,
    now: () => clock.at,
    later: (seconds: number) => {
      clock.at = new Date(Date.parse(clock.at) + seconds * 1000).toISOString();
    },
  };
  return clock;
}
