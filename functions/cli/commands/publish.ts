import { Argument, Command } from 'commander';
import { wallClock } from '../../adapters/wallClock.ts';
import { publishTrajectory } from '../../operations/publishTrajectory.ts';
import { connect } from '../cloud.ts';
import { print } from '../output.ts';
import type { CommonOptions } from '../program.ts';

/** `publish TRAJECTORY on|off`: whether anybody may read its public timeline. */
export function publishCommand(user: string): Command {
  return new Command('publish')
    .description('zet de openbare tijdlijn van een traject aan of uit')
    .argument('<traject>')
    .addArgument(new Argument('<stand>', 'on of off').choices(['on', 'off']))
    .action(async (trajectory: string, to: 'on' | 'off', options: CommonOptions) => {
      const { store, outputs } = await connect(options.stage);
      const by = { by: user, via: 'command-line' } as const;
      const { changed } = await publishTrajectory(store, trajectory, to === 'on', wallClock(), by);
      const address = `${outputs.PortalUrl ?? ''}/openbaar/${trajectory}`;
      print(options.json, { trajectory, public: to === 'on', address, changed }, () => [
        `${changed ? '' : 'Dat was al zo. '}${
          to === 'on'
            ? `Iedereen kan de tijdlijn lezen op ${address}, zonder namen, opmerkingen en antwoorden die nog niet openbaar zijn.`
            : `De tijdlijn van ${trajectory} is niet openbaar; wie haar al had opgehaald, kan haar nog vijf minuten zien.`
        }`,
      ]);
    });
}
