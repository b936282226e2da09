import { Command } from 'commander';
import { agendaUrl } from '../../domain/agenda/agendaLink.ts';
import { agendaLinks } from '../../operations/readAgenda.ts';
import { connect } from '../cloud.ts';
import { print } from '../output.ts';
import type { CommonOptions } from '../program.ts';

/** `agenda`: the addresses of the feeds, to subscribe to in a calendar program. */
export function agendaCommand(): Command {
  return new Command('agenda')
    .description("geeft de adressen van de agenda's, om je in een agendaprogramma op te abonneren")
    .argument('<traject>')
    .argument('[orgaan]', 'alleen die van dit orgaan, bijvoorbeeld GM0072/council')
    .action(async (trajectory: string, body: string | undefined, options: CommonOptions) => {
      const { store, outputs } = await connect(options.stage);
      const agendas = (await agendaLinks(store, trajectory, body)).map(({ link, ...of }) => ({
        body: of.body ?? null,
        name: of.name,
        url: agendaUrl(outputs.PortalUrl, link),
      }));
      print(options.json, { trajectory, agendas }, () => agendas.map(({ name, url }) => `${name}: ${url}`));
    });
}
