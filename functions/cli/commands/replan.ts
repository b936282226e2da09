import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { wallClock } from '../../adapters/wallClock.ts';
import { scopeOf } from '../../domain/reference.ts';
import { knownTrajectory } from '../../operations/lookUp.ts';
import { previewReplan, replan } from '../../operations/replan.ts';
import { connect } from '../cloud.ts';
import { LONGEST_NOTE, requiredText } from '../givenText.ts';
import { print } from '../output.ts';
import type { CommonOptions } from '../program.ts';
import { readPlanFile } from '../readPlanFile.ts';
import { replanLines } from '../views/replanLines.ts';

interface ReplanOptions extends CommonOptions {
  readonly reason: string;
  readonly dryRun?: boolean;
}

export function replanCommand(user: string): Command {
  return new Command('replan')
    .description('vervangt het plan van een lopend traject; laat zien wat er verschuift en wie het aangaat')
    .argument('<traject>')
    .argument('<plan.yaml>', 'het nieuwe plan')
    .requiredOption('--reason <tekst>', 'waarom; staat in de berichten en het logboek')
    .option('--dry-run', 'laat alleen zien wat er zou veranderen; er wordt niets vastgelegd of verzonden')
    .action(async (trajectory: string, file: string, options: ReplanOptions) => {
      const reason = requiredText('reason', options.reason, LONGEST_NOTE);
      const plan = readPlanFile(file, readFileSync, options.json);
      const { store, reference } = await connect(options.stage);
      const { calendars } = await reference.calendars(scopeOf(await knownTrajectory(store, trajectory)));
      const order = { trajectory, plan, reason, calendars };
      const dryRun = options.dryRun ?? false;
      const result = dryRun
        ? await previewReplan(store, order, wallClock())
        : await replan(store, order, wallClock(), { by: user, via: 'command-line' });
      const { changed, version, comparison } = result;
      print(options.json, { trajectory, dryRun, changed, version, reason, ...comparison }, () =>
        replanLines(trajectory, plan, result, dryRun),
      );
    });
}
