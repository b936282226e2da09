import { executionName } from '../../functions/domain/roundId.ts';
import { Unavailable } from '../../functions/domain/unavailable.ts';
import type {
  ExecutionHistory,
  ExecutionOf,
  Executions,
} from '../../functions/operations/executions/ports.ts';
import type { MemoryChain } from './memoryChain.ts';

const STATUS = { running: 'running', succeeded: 'succeeded', dead: 'failed' } as const;

/** What can be looked at of executions in memory; `histories` by the name of the execution, as a test lays them down. */
export function memoryExecutions(chain: Pick<MemoryChain, 'executions'>) {
  const histories = new Map<string, ExecutionHistory>();
  const state = { down: false };
  const nameOf = (of: ExecutionOf) => executionName(of.trajectory, of, of.epoch);
  const reached = () => {
    if (state.down) throw new Unavailable('Step Functions', new Error('stubbed'));
  };
  const executions: Executions = {
    running: async () => {
      reached();
      const found = [...chain.executions].filter(([, { status }]) => status === 'running');
      return { names: new Set(found.map(([name]) => name)), complete: true };
    },
    facts: async (of) => {
      reached();
      const found = chain.executions.get(nameOf(of));
      return found && { status: STATUS[found.status], startedAt: '2026-01-20T09:00:01.000Z' };
    },
    history: async (of) => {
      reached();
      return histories.get(nameOf(of));
    },
  };
  return Object.assign(executions, { histories, state });
}
