import { createLedgerStore } from '../../../functions/adapters/record/ledger.ts';
import { createTable } from '../../../functions/adapters/record/table.ts';
import { recount } from '../../../functions/operations/ledger/recount.ts';

/** `recountRun.ts TABLE ENDPOINT TRAJECTORY`: one count in a process of its own, so that its memory is its own. */
const [name = '', endpoint = '', trajectory = ''] = process.argv.slice(2);
const began = performance.now();
const settings = {
  endpoint,
  region: 'eu-west-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
};
const differences = await recount(createLedgerStore(createTable(name, settings)), trajectory);
const seconds = (performance.now() - began) / 1000;
const peakMb = process.resourceUsage().maxRSS / 1024;
process.stdout.write(`\nRUN ${JSON.stringify({ differences, seconds, peakMb })}\n`);
