import type { Round } from '../domain/round/round.ts';
import { executionName } from '../domain/roundId.ts';

/** arn:aws:states:region:account:stateMachine:name → …:execution:name:execution-name */
export function executionArn(
  machineArn: string,
  round: Pick<Round, 'trajectory' | 'family' | 'number' | 'epoch'>,
): string {
  const [arn, partition, service, region, account, , machine] = machineArn.split(':');
  const name = executionName(round.trajectory, round, round.epoch);
  return [arn, partition, service, region, account, 'execution', machine, name].join(':');
}
