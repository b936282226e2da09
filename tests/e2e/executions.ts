import {
  DescribeExecutionCommand,
  ListExecutionsCommand,
  SendTaskFailureCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { executionArn } from '../../functions/adapters/executionArn.ts';
import { roundKey } from '../../functions/adapters/record/keys.ts';
import type { DecisionRequest, Round } from '../../functions/domain/round/round.ts';
import { executionName, parseRoundId } from '../../functions/domain/roundId.ts';
import { outputs, settings, store, table } from './deployed.ts';
import { atRest, type PlanCopy, untilRound } from './trajectories.ts';
import { until } from './until.ts';

/** The memo's first round, which nearly every flow is about. */
export const R1 = 'process-proposal.r1';
const ROUND = parseRoundId(R1);

const stepFunctions = new SFNClient(settings);

export async function roundNow(plan: PlanCopy): Promise<Round> {
  return (await store.round(plan.id, ROUND))!;
}

/** Stops the execution that works on the round now, as an administrator or a fault would. */
export async function killExecution(plan: PlanCopy): Promise<void> {
  const round = await untilRound(plan.id, R1, 'has its execution', (row) => row.startedEpoch === row.epoch);
  const arn = executionArn(outputs.ChainArn, round);
  await stepFunctions.send(new StopExecutionCommand({ executionArn: arn, cause: 'stopped by a test' }));
}

/** Waits until an execution of this epoch waits for every body that has not answered. */
export async function untilWorking(plan: PlanCopy, epoch: number): Promise<void> {
  await untilRound(plan.id, R1, `works under epoch ${epoch}`, (row) => row.startedEpoch === epoch);
  await atRest(plan);
}

export async function statusOfExecution(plan: PlanCopy, epoch: number): Promise<string | undefined> {
  return (await describe(executionName(plan.id, ROUND, epoch))).status;
}

/** Waits until an execution has ended well, and returns the ending it tells. */
export function endingOf(name: string): Promise<string> {
  return until(`${name} has ended`, async () => {
    const { status, output } = await describe(name);
    return status === 'SUCCEEDED' && (JSON.parse(output ?? '{}').ending as string);
  });
}

/** The names of all executions that ever worked on a trajectory, in order. */
export async function executionsOf(trajectory: string): Promise<string[]> {
  const names: string[] = [];
  let nextToken: string | undefined;
  do {
    const page = await stepFunctions.send(
      new ListExecutionsCommand({ stateMachineArn: outputs.ChainArn, nextToken }),
    );
    names.push(...(page.executions ?? []).map(({ name }) => name ?? ''));
    nextToken = page.nextToken;
  } while (nextToken);
  return names.filter((name) => name.startsWith(`${trajectory}-`)).sort();
}

/** Starts an execution of the chain past our adapter, as an administrator in the console can. */
export async function startInConsole(plan: PlanCopy, name: string, epoch: number): Promise<string> {
  const input = JSON.stringify({ trajectory: plan.id, round: R1, epoch });
  await stepFunctions.send(new StartExecutionCommand({ stateMachineArn: outputs.ChainArn, name, input }));
  return name;
}

/** Ends the wait that holds this token as its timeout would, after 30 days. */
export async function timeOut({ token }: Pick<DecisionRequest, 'token'>): Promise<void> {
  await stepFunctions.send(new SendTaskFailureCommand({ taskToken: token, error: 'States.Timeout' }));
}

/**
 * The round's row goes on to these epochs without anybody hearing of it: no follower of the stream acts on this
 * write, as if its record were lost. What runs under an older epoch runs on.
 */
export async function raiseUnheard(plan: PlanCopy, epochs: { epoch: number; startedEpoch: number }) {
  await table.update({
    key: roundKey(plan.id, ROUND),
    UpdateExpression: 'SET epoch = :epoch, startedEpoch = :started, lastWrite = :unheard',
    ConditionExpression: 'epoch < :epoch',
    values: { ':epoch': epochs.epoch, ':started': epochs.startedEpoch, ':unheard': 'unheard' },
  });
}

/**
 * The execution of the round's next epoch asks its bodies, is stopped, and its status event never comes; returns
 * that epoch. The event does come here, but its input names an epoch that no round has, so nothing is done with it.
 */
export async function loseExecution(plan: PlanCopy): Promise<number> {
  const { epoch } = await roundNow(plan);
  const lost = epoch + 1;
  await raiseUnheard(plan, { epoch: lost, startedEpoch: lost });
  await startInConsole(plan, executionName(plan.id, ROUND, lost), 999);
  await untilWorking(plan, lost);
  await killExecution(plan);
  return lost;
}

function describe(name: string) {
  const arn = [...outputs.ChainArn.replace(':stateMachine:', ':execution:').split(':'), name].join(':');
  return stepFunctions.send(new DescribeExecutionCommand({ executionArn: arn }));
}
