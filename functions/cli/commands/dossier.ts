import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { createS3DecisionLists } from '../../adapters/s3DecisionLists.ts';
import { wallClock } from '../../adapters/wallClock.ts';
import { zipArchive } from '../../adapters/zipArchive.ts';
import { dossierFiles } from '../../domain/dossier/dossierFiles.ts';
import { Refusal } from '../../domain/refusal.ts';
import { readDossier } from '../../operations/readDossier.ts';
import { connect } from '../cloud.ts';
import { print } from '../output.ts';
import type { CommonOptions } from '../program.ts';

interface DossierOptions extends CommonOptions {
  readonly round?: string;
  readonly withoutPeople?: boolean;
  readonly out?: string;
}

/** `dossier`: everything of a process, or of one round, as one archive. */
export function dossierCommand(): Command {
  return new Command('dossier')
    .description('alles van een traject of ronde in één ZIP-bestand, voor het archief of een Woo-verzoek')
    .argument('<traject>')
    .option('--round <ronde>', 'alleen deze ronde, bijvoorbeeld process-proposal.r1')
    .option('--without-people', 'zonder namen, adressen en berichten; lees de toelichtingen zelf nog na')
    .option('--out <bestand.zip>', 'waar het komt (standaard <traject>.zip)')
    .action(async (trajectory: string, options: DossierOptions) => {
      const { store, reference, ledger, statements, memos, outputs, settings } = await connect(options.stage);
      const sources = {
        store,
        reference,
        ledger,
        statements,
        memos,
        now: wallClock,
        portalUrl: outputs.PortalUrl,
      };
      const lists = createS3DecisionLists(outputs.DecisionListsBucket, settings);
      const { round, withoutPeople = false, out = `${trajectory}.zip` } = options;
      const dossier = await readDossier({ ...sources, lists }, { trajectory, round, withoutPeople });
      const files = dossierFiles(dossier);
      write(out, zipArchive(files));
      const told = files.map(({ path, bytes }) => ({ path, bytes: bytes.length }));
      print(options.json, { trajectory, round: round ?? null, file: out, files: told }, () => [
        `${files.length} bestanden in ${out}; open index.html om te beginnen.`,
      ]);
    });
}

/** There whole, or not at all. */
function write(file: string, bytes: Uint8Array): void {
  const part = `${file}.part`;
  try {
    writeFileSync(part, bytes);
    renameSync(part, file);
  } catch {
    rmSync(part, { force: true });
    throw new Refusal(
      'INVALID_INPUT',
      `${file} kan niet worden geschreven; kies met --out een andere plaats.`,
    );
  }
}
