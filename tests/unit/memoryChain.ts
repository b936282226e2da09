import type { DecisionRequest, Round } from '../../functions/domain/round/round.ts';
import { executionName, formatRoundId } from '../../functions/domain/roundId.ts';
import type { Chain } from '../../functions/operations/ports.ts';
import { type RoundKeys, weighRound } from '../../functions/operations/weighRound.ts';
import type { MemoryStore } from './memoryStore.ts';

export interface Execution {
  readonly keys: RoundKeys;
  status: 'running' | 'succeeded' | 'dead';
  ending?: string;
  /** Tokens it waits on, with the request each was put for. */
  readonly waits: Map<string, DecisionRequest>;
}

export interface MemoryChain extends Chain {
  readonly executions: ReadonlyMap<string, Execution>;
  /** Those that were started or woken and have not gone on yet. */
  readonly ready: ReadonlySet<Execution>;
  /** Requests that were put, as `round body`: a body that is in here twice was asked twice. */
  readonly asked: string[];
  /** Lets every execution that was started or woken go as far as it can. */
  catchUp(): Promise<void>;
  /** The execution of the round's epoch is lost: stopped, failed or timed out. */
  kill(round: Pick<Round, 'trajectory' | 'family' | 'number' | 'epoch'>): void;
  /** The waits of running executions (of one epoch) for this body time out, and join its request anew. */
  timeOut(body: string, epoch?: number): Promise<void>;
}

/**
 * The approval chain in memory, as workflows/approval-chain.ts defines it: weigh, ask every waiting body with a
 * token of its own, wait for all of them, weigh again. Started and woken executions go on at `catchUp`, as
 * they do in Step Functions after the call that moved them has returned.
 */
export function createMemoryChain(store: MemoryStore): MemoryChain {
  const executions = new Map<string, Execution>();
  const asked: string[] = [];
  const ready = new Set<Execution>();
  let tokens = 0;

  async function goOn(execution: Execution): Promise<void> {
    while (execution.status === 'running') {
      const next = await weighRound(store, execution.keys);
      if ('ending' in next) {
        execution.status = 'succeeded';
        execution.ending = next.ending;
        return;
      }
      for (const request of next.requests) {
        const token = `token-${++tokens}`;
        if (store.ask(request, token)) asked.push(`${request.round} ${request.body}`);
        else if (!store.join(request, token)) continue;
        execution.waits.set(token, request);
      }
      if (execution.waits.size > 0) return;
    }
  }

  return {
    executions,
    ready,
    asked,
    start: async (round) => {
      const name = executionName(round.trajectory, round, round.epoch);
      if (executions.has(name)) return;
      const { trajectory, epoch } = round;
      const execution: Execution = {
        keys: { trajectory, round: formatRoundId(round), epoch },
        status: 'running',
        waits: new Map(),
      };
      executions.set(name, execution);
      ready.add(execution);
    },
    state: async (round) =>
      executions.get(executionName(round.trajectory, round, round.epoch))?.status ?? 'absent',
    wake: async (token) => {
      const execution = [...executions.values()].find(
        ({ status, waits }) => status === 'running' && waits.has(token),
      );
      if (!execution) return 'dead';
      execution.waits.delete(token);
      if (execution.waits.size === 0) ready.add(execution);
      return 'woken';
    },
    catchUp: async () => {
      while (ready.size > 0) {
        const [execution] = ready;
        ready.delete(execution!);
        await goOn(execution!);
      }
    },
    kill: (round) => {
      const execution = executions.get(executionName(round.trajectory, round, round.epoch));
      if (execution?.status === 'running') execution.status = 'dead';
      if (execution) ready.delete(execution);
    },
    timeOut: async (body, epoch) => {
      for (const execution of executions.values()) {
        const wait = [...execution.waits].find(([, request]) => request.body === body);
        if (execution.status !== 'running' || !wait) continue;
        if (epoch !== undefined && execution.keys.epoch !== epoch) continue;
        execution.waits.delete(wait[0]);
        // It joins with the request it has: nothing is weighed before its stage has ended.
        const token = `token-${++tokens}`;
        if (store.join(wait[1], token)) execution.waits.set(token, wait[1]);
        else if (execution.waits.size === 0) ready.add(execution);
      }
    },
  };
}
