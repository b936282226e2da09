import { Command } from 'commander';
import { createCouncilReader } from '../../adapters/intake/councilReader.ts';
import { wallClock } from '../../adapters/wallClock.ts';
import { knownSource } from '../../operations/intake/manageSources.ts';
import { pollSource } from '../../operations/intake/pollSource.ts';
import { connectIntake } from '../intakeCloud.ts';
import { print } from '../output.ts';
import type { CommonOptions } from '../program.ts';
import { pollLines } from '../views/pollLines.ts';

/** `sources poll NAME`: asks a council system now, from this machine, and says what was found. */
export function sourcesPollCommand(): Command {
  return new Command('poll')
    .description('vraagt een raadssysteem nu wat er besloten is')
    .argument('<naam>', 'van de bron')
    .action(async (name: string, options: CommonOptions) => {
      const cloud = await connectIntake(options.stage);
      const reader = createCouncilReader({ local: cloud.stage === 'local' });
      const source = await knownSource(cloud.sources, name);
      const summary = await pollSource({ ...cloud, reader, now: wallClock }, source, true);
      print(options.json, summary, () => pollLines(summary));
    });
}
