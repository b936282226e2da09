import { Command } from 'commander';
import { createCouncilReader } from '../../adapters/intake/councilReader.ts';
import { createItemStore } from '../../adapters/record/items.ts';
import { createPollStore } from '../../adapters/record/polls.ts';
import { createSourceStore } from '../../adapters/record/sources.ts';
import { createTable } from '../../adapters/record/table.ts';
import { wallClock } from '../../adapters/wallClock.ts';
import { pollNamedSource } from '../../operations/intake/pollNamedSource.ts';
import { connect } from '../cloud.ts';
import { print } from '../output.ts';
import type { CommonOptions } from '../program.ts';
import { pollLines } from '../views/pollLines.ts';

/** `sources poll NAME`: asks a council system now, from this machine, and says what was found. */
export function sourcesPollCommand(): Command {
  return new Command('poll')
    .description('vraagt een raadssysteem nu wat er besloten is')
    .argument('<naam>', 'van de bron')
    .action(async (name: string, options: CommonOptions) => {
      const { store, outputs, settings, stage } = await connect(options.stage);
      const table = createTable(outputs.TableName, settings);
      const summary = await pollNamedSource(
        {
          store,
          sources: createSourceStore(table),
          polls: createPollStore(table),
          items: createItemStore(table),
          reader: createCouncilReader({ local: stage === 'local' }),
          now: wallClock,
        },
        name,
      );
      print(options.json, summary, () => pollLines(summary));
    });
}
