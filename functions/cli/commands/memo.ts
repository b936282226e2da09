import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { memoPdf } from '../../adapters/memoPdf.ts';
import { wallClock } from '../../adapters/wallClock.ts';
import { drawMemo } from '../../domain/memo/drawMemo.ts';
import type { MemoRow } from '../../domain/memo/memoRow.ts';
import { Refusal } from '../../domain/refusal.ts';
import { approveMemo } from '../../operations/memo/approveMemo.ts';
import { makeMemo } from '../../operations/memo/makeMemo.ts';
import { connect } from '../cloud.ts';
import { print } from '../output.ts';
import type { CommonOptions } from '../program.ts';

/** `memo make|show|approve`: the information memo for the councils about a round. */
export function memoCommands(user: string): { readonly memo: Command; readonly parts: readonly Command[] } {
  const parts = [make(user), show(), approve(user)];
  const memo = new Command('memo').description('de raadsinformatiebrief over een ronde').exitOverride();
  for (const part of parts) memo.addCommand(part);
  return { memo, parts };
}

function make(user: string): Command {
  return new Command('make')
    .description('maakt haar uit de gegevens van de ronde; zegt zij hetzelfde, dan blijft de versie')
    .argument('<traject>')
    .argument('<ronde>')
    .action(async (trajectory: string, round: string, options: CommonOptions) => {
      const deps = { ...(await connect(options.stage)), now: wallClock };
      const { row, changed } = await makeMemo(deps, trajectory, round, wallClock(), by(user));
      print(options.json, { ...viewOf(row), changed }, () => [
        `${changed ? 'Gemaakt' : 'Er is niets veranderd'}: versie ${row.version} van de raadsinformatiebrief van ${round}. Bekijk haar met: besluitketen memo show ${trajectory} ${round} --out brief.html`,
      ]);
    });
}

interface Files {
  readonly out?: string;
  readonly pdf?: string;
}

function show(): Command {
  return new Command('show')
    .description('de laatste versie, als HTML of PDF')
    .argument('<traject>')
    .argument('<ronde>')
    .option('--out <bestand>', 'schrijft haar daarheen')
    .option('--pdf <bestand>', 'schrijft haar als PDF daarheen')
    .action(async (trajectory: string, round: string, options: CommonOptions & Files) => {
      const { memos } = await connect(options.stage);
      const row = await memos.lastMemo(trajectory, round);
      if (!row)
        throw new Refusal(
          'UNKNOWN_MEMO',
          `Er is geen raadsinformatiebrief van ronde ${round}; maak haar met: besluitketen memo make ${trajectory} ${round}.`,
        );
      const html = drawMemo(row.memo, row);
      if (options.out !== undefined) writeFileSync(options.out, html);
      if (options.pdf !== undefined) writeFileSync(options.pdf, await memoPdf(row));
      const files = [options.out, options.pdf].filter((file) => file !== undefined);
      print(options.json, { ...viewOf(row), memo: row.memo }, () => [
        files.length === 0 ? html : `Versie ${row.version} staat in ${files.join(' en ')}.`,
      ]);
    });
}

function approve(user: string): Command {
  return new Command('approve')
    .description('keurt één versie goed, zodat de griffiers van de raden haar krijgen')
    .argument('<traject>')
    .argument('<ronde>')
    .requiredOption('--memo-version <nummer>', 'de versie die u hebt bekeken')
    .action(async (trajectory: string, round: string, options: CommonOptions & { memoVersion: string }) => {
      const version = Number(options.memoVersion);
      const deps = { ...(await connect(options.stage)), now: wallClock };
      const { row, changed } = await approveMemo(deps, trajectory, round, version, wallClock(), by(user));
      print(options.json, { ...viewOf(row), changed }, () => [
        changed
          ? `Versie ${row.version} is goedgekeurd; de griffiers krijgen haar nu, en wie haar nog niet kreeg in de volgende dagelijkse ronde.`
          : `Versie ${row.version} was al goedgekeurd; er is niets gewijzigd.`,
      ]);
    });
}

function by(user: string) {
  return { by: user, via: 'command-line' } as const;
}

function viewOf({ trajectory, round, version, digest, madeAt, approvedAt, approvedBy, toldAt }: MemoRow) {
  return { trajectory, round, version, digest, madeAt, approvedAt, approvedBy, toldAt };
}
