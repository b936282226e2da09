import { Command } from 'commander';
import { createCouncilReader } from '../../adapters/intake/councilReader.ts';
import { createResourceReader } from '../../adapters/intake/resourceReader.ts';
import { wallClock } from '../../adapters/wallClock.ts';
import { knownSource } from '../../operations/intake/manageSources.ts';
import { pollSource } from '../../operations/intake/pollSource.ts';
import { connectIntake } from '../intakeCloud.ts';
import { print } from '../output.ts';
import type { CommonOptions } from '../program.ts';
import { pollLines } from '../views/pollLines.ts';

/** `sources poll NAME`: asks a council system, or looks for what a document system did not tell; now, from this machine. */
export function sourcesPollCommand(): Command {
  return new Command('poll')
    .description(
      'vraagt een raadssysteem nu wat er besloten is, of loopt na wat een documentsysteem niet meldde',
    )
    .argument('<naam>', 'van de bron')
    .action(async (name: string, options: CommonOptions) => {
      const cloud = await connectIntake(options.stage);
      const local = cloud.stage === 'local';
      const reader = createCouncilReader({ local });
      const resources = createResourceReader({
        secrets: cloud.secrets,
        local,
        nowSeconds: () => Math.floor(Date.now() / 1000),
      });
      const source = await knownSource(cloud.sources, name);
      const summary = await pollSource({ ...cloud, reader, resources, now: wallClock }, source, true);
      print(options.json, summary, () => pollLines(summary));
    });
}
