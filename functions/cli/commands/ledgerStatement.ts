import { Command } from 'commander';
import { wallClock } from '../../adapters/wallClock.ts';
import { readQuarter } from '../../domain/ledger/statement/quarters.ts';
import { approveStatement } from '../../operations/ledger/approveStatement.ts';
import { showStatement } from '../../operations/ledger/showStatement.ts';
import { connect } from '../cloud.ts';
import { print } from '../output.ts';
import type { CommonOptions } from '../program.ts';
import { statementLines } from '../views/statementLines.ts';

interface StatementOptions extends CommonOptions {
  readonly quarter: string;
  readonly approve?: boolean;
}

export function ledgerStatementCommand(user: string): Command {
  return new Command('statement')
    .description('het kwartaaloverzicht voor de colleges: bekijken, en laten gaan')
    .argument('<traject>')
    .requiredOption('--quarter <kwartaal>', 'bijvoorbeeld 2026-Q1')
    .option('--show', 'laat het zien (dat gebeurt ook zonder)')
    .option('--approve', 'keurt het goed, zodat de colleges het krijgen')
    .action(async (trajectory: string, options: StatementOptions) => {
      const quarter = readQuarter(options.quarter);
      const deps = await connect(options.stage);
      if (options.approve) {
        const by = { by: user, via: 'command-line' } as const;
        const { row, changed } = await approveStatement(deps, trajectory, quarter, wallClock(), by);
        const { version, approvedAt, approvedBy } = row;
        print(options.json, { trajectory, quarter, version, changed, approvedAt, approvedBy }, () => [
          changed
            ? `Het overzicht van ${quarter} is goedgekeurd; de colleges krijgen het nu, en wie het nog niet kreeg in de volgende dagelijkse ronde.`
            : `Het overzicht van ${quarter} was al goedgekeurd; er is niets gewijzigd.`,
        ]);
        return;
      }
      const shown = await showStatement(deps, trajectory, quarter, wallClock());
      const { attached, municipalities, ...told } = shown.statement;
      const { version, madeAt, approvedAt, approvedBy } = shown.row ?? {};
      const view = { trajectory, status: shown.status, version, madeAt, approvedAt, approvedBy, ...told };
      print(options.json, { ...view, municipalities: Object.fromEntries(municipalities) }, () =>
        statementLines(trajectory, shown),
      );
    });
}
