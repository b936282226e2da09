import type { Figure } from './figures.ts';
import { runCommand, secondsOf } from './runCommand.ts';

interface SimulationReport {
  readonly finishedOn: string | null;
  readonly days: number;
  readonly rounds: readonly { readonly requests: readonly { readonly outcome: string | null }[] }[];
}

/** The whole process of the memo, simulated day by day against a local cloud that runs already. */
export async function measureSimulation(clone: string, environment: NodeJS.ProcessEnv): Promise<Figure[]> {
  const command = [
    'functions/cli/besluitketen.mjs',
    'simulate',
    'tests/scenarios/visietraject.yaml',
    '--json',
  ];
  const { seconds, result } = await secondsOf(() =>
    runCommand(process.execPath, command, clone, environment),
  );
  const report = JSON.parse(result) as SimulationReport;
  const decisions = report.rounds.flatMap(({ requests }) => requests).filter(({ outcome }) => outcome).length;
  return [
    {
      group: 'simulation',
      what: `the memo's process, ${report.days} days and ${decisions} decisions, finished on ${report.finishedOn}`,
      measured: `${seconds} s`,
      aim: '< 90 s',
      met: seconds < 90 && report.finishedOn !== null,
      remark: 'one watch execution for each run of quiet days; dominated by one watch function call a day',
    },
  ];
}
