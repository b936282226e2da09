import { createHash } from 'node:crypto';
import { decisionsFile } from './decisionsFile.ts';
import type { Dossier, DossierDocument, DossierFile } from './dossier.ts';
import { indexPage } from './indexPage.ts';
import { logFile, logJson } from './logFile.ts';
import { mailFiles } from './mailFiles.ts';

/**
 * Every file of the archive, the index first. The same record gives the same bytes. A decision list that the store has
 * no more keeps its line in the index, with the hash under which it was kept.
 */
export function dossierFiles(dossier: Dossier): DossierFile[] {
  const { rounds, log, mails, documents, plan, withoutPeople } = dossier;
  const text = (path: string, what: string, content: string): DossierFile => ({
    path,
    what,
    bytes: new TextEncoder().encode(content),
  });
  const files = [
    text('besluiten.csv', 'Alle antwoorden, een per regel', decisionsFile(rounds)),
    text('besluiten.json', 'Hetzelfde, voor machines', `${JSON.stringify(rounds, null, 2)}\n`),
    text('logboek.csv', 'Wat er wanneer is gebeurd', logFile(log, withoutPeople)),
    text('logboek.json', 'Hetzelfde, voor machines', logJson(log, withoutPeople)),
    ...(withoutPeople
      ? []
      : [text('plan.json', 'Het plan dat nu geldt', `${JSON.stringify(plan, null, 2)}\n`)]),
    ...documents.map(documentFile),
    ...(withoutPeople ? [] : mailFiles(mails)),
  ];
  const index = text('index.html', 'Wat dit is en wat er is besloten', indexPage(dossier, files));
  const all = [index, ...files];
  return [...all, text('controlegetallen.txt', 'SHA-256 van elk bestand', all.map(checksumLine).join(''))];
}

function documentFile({ round, body, sha256, bytes }: DossierDocument): DossierFile {
  const path = `besluitenlijsten/${round}-${body.replaceAll('/', '-')}`;
  if (bytes) return { path: `${path}.pdf`, what: `Besluitenlijst van ${body}, ronde ${round}`, bytes };
  const missing = `De besluitenlijst van ${body} in ronde ${round} (SHA-256 ${sha256}) is niet meer in de opslag.\n`;
  return {
    path: `${path}-ontbreekt.txt`,
    what: `Ontbreekt: besluitenlijst van ${body}, ronde ${round}`,
    bytes: new TextEncoder().encode(missing),
  };
}

/** As `sha256sum` writes and checks it. */
function checksumLine({ path, bytes }: DossierFile): string {
  return `${createHash('sha256').update(bytes).digest('hex')}  ${path}\n`;
}
