import { join } from 'node:path';
import type { Report } from '../../functions/cli/simulate/report.ts';
import { besluitketen, type CommandResult } from './commandLine.ts';
import { type Mail, mailsOf } from './mailbox.ts';

export interface Simulation {
  readonly result: CommandResult;
  readonly report: Report;
  readonly mails: readonly Mail[];
}

/** Plays a scenario of tests/scenarios on the deployed stacks; its report, and what lies in the mailbox afterwards. */
export async function simulated(scenario: string): Promise<Simulation> {
  const result = await besluitketen(['simulate', join('tests', 'scenarios', scenario), '--json']);
  if (result.exitCode !== 0) throw new Error(`${scenario} ended with ${result.exitCode}: ${result.stderr}`);
  const report = JSON.parse(result.stdout) as Report;
  return { result, report, mails: await mailsOf(report.trajectory) };
}

export interface Reminder {
  readonly day: string;
  readonly rung: string;
  readonly to: string;
  readonly text: string;
}

/** The reminders of a simulation: on which day, of which rung, to whom. */
export function remindersOf({ mails }: Simulation): Reminder[] {
  return mails
    .flatMap(({ reference, to, text }) => {
      const day = /^remind-(\d{4}-\d{2}-\d{2})\//.exec(reference)?.[1];
      const rung = /-([bo]\d+)-[a-z0-9-]+$/.exec(reference)?.[1] ?? 'several';
      return day ? [{ day, rung, to: to.join(), text }] : [];
    })
    .sort((a, b) => (`${a.day} ${a.to}` < `${b.day} ${b.to}` ? -1 : 1));
}
