import type { Figure } from './figures.ts';
import { runCommand, secondsOf } from './runCommand.ts';

/** `npm test` in the clone: types, lint, unused code, rules, and flows against a local cloud of its own. */
export async function measureTests(clone: string): Promise<Figure[]> {
  const { seconds, result } = await secondsOf(() => runCommand('npm', ['test'], clone));
  const closing = /^\d+ passed, \d+ failed$/m.exec(result)?.[0] ?? 'no closing line';
  return [
    {
      group: 'tests',
      what: `\`npm test\` (${closing})`,
      measured: `${seconds} s`,
      aim: '< 180 s',
      met: seconds < 180,
      remark: 'dominated by the simulations, which run two years against the deployed stacks',
    },
  ];
}
