import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../functions/cli/simulate/report.ts';
import { isBudgetFlag } from '../../functions/domain/ledger/flags/flagKinds.ts';
import { besluitketen, type CommandResult } from './commandLine.ts';
import { type Mail, mailsOf } from './mailbox.ts';

interface Simulation {
  readonly result: CommandResult;
  readonly report: Report;
  readonly mails: readonly Mail[];
}

/** All three at once, beside whatever else runs; alone each takes a fifth to a third of this. */
const SIMULATED_WITHIN_MS = 900_000;

let asPlanned: Simulation;
let harlingenRejects: Simulation;
let sevenMunicipalities: Simulation;

beforeAll(async () => {
  [asPlanned, harlingenRejects, sevenMunicipalities] = await Promise.all([
    simulated('visietraject.yaml'),
    simulated('harlingen-rejects.yaml'),
    simulated('zeven-gemeenten.yaml'),
  ]);
}, SIMULATED_WITHIN_MS);

async function simulated(scenario: string): Promise<Simulation> {
  const result = await besluitketen(['simulate', join('tests', 'scenarios', scenario), '--json']);
  if (result.exitCode !== 0) throw new Error(`${scenario} ended with ${result.exitCode}: ${result.stderr}`);
  const report = JSON.parse(result.stdout) as Report;
  return { result, report, mails: await mailsOf(report.trajectory) };
}

const roundOf = ({ report }: Simulation, id: string) => report.rounds.find((round) => round.id === id);
const outcomesOf = (simulation: Simulation, id: string) =>
  Object.fromEntries(roundOf(simulation, id)?.requests.map(({ body, outcome }) => [body, outcome]) ?? []);
const milestoneOf = ({ report }: Simulation, id: string) => report.milestones.find((each) => each.id === id);

describe.each([
  ['the memo’s plan', () => asPlanned],
  ['the plan with a rejection and a killed execution', () => harlingenRejects],
  ['the plan of seven municipalities', () => sevenMunicipalities],
])('simulating %s', (_name, simulation) => {
  test('prints one JSON document and nothing else, that fits the report’s schema', () => {
    const ajv = new Ajv2020({ allErrors: true });
    addFormats.default(ajv);
    const schema = JSON.parse(readFileSync(join(import.meta.dirname, 'report.schema.json'), 'utf8'));
    const fits = ajv.validate(schema, simulation().report);
    expect(ajv.errors).toBeNull();
    expect(fits).toBe(true);
    expect(simulation().result.stdout).toMatch(/^\{[\s\S]*\}\n$/);
    expect(simulation().result.stderr).toBe('');
  });

  test('completes every milestone and leaves no flag standing', () => {
    const { report } = simulation();
    expect(report.finishedOn).not.toBeNull();
    expect(report.milestones.filter(({ status }) => status !== 'completed')).toEqual([]);
    // What is said of money outlives the process it pays for.
    expect(report.flags.filter(({ kind, resolvedOn }) => resolvedOn === null && !isBudgetFlag(kind))).toEqual(
      [],
    );
  });

  test('has every body asked exactly once in each round that came to it, and answered', () => {
    for (const { status, requests } of simulation().report.rounds) {
      const reached =
        status === 'handed-over' ? requests.filter(({ outcome }) => outcome !== null) : requests;
      expect(reached.filter(({ askedTimes }) => askedTimes !== 1)).toEqual([]);
      expect(reached.filter(({ outcome }) => outcome === null)).toEqual([]);
    }
  });

  test('sends no mail twice and none on a day nobody works', () => {
    const { report, mails } = simulation();
    expect(report.mails).toMatchObject({ duplicates: 0, onNonWorkingDays: 0, total: mails.length });
  });
});

describe('the memo’s plan, played as it was meant', () => {
  test('ends with the vision adopted by the four councils', () => {
    expect(milestoneOf(asPlanned, 'vision-adopted')?.status).toBe('completed');
    expect(roundOf(asPlanned, 'vision.r1')).toMatchObject({ status: 'concluded', verdict: 'agreed' });
    const councils = roundOf(asPlanned, 'vision.r1')?.requests.filter(({ body }) =>
      body.endsWith('/council'),
    );
    expect(councils?.map(({ outcome }) => outcome)).toEqual(['adopted', 'adopted', 'adopted', 'adopted']);
    expect(asPlanned.report.finishedOn).toBe(milestoneOf(asPlanned, 'vision-adopted')?.completedOn);
  });

  test('takes one round for each proposal, and one execution for each round', () => {
    expect(asPlanned.report.rounds.map(({ id }) => id)).toEqual([
      'process-proposal.r1',
      'phase-2-start.r1',
      'principles.r1',
      'vision.r1',
    ]);
    expect(asPlanned.report.executions).toEqual({ started: 4, succeeded: 4, failed: 0, resumed: 0 });
  });

  test('tells the partners the planning once, after the start of phase 2', () => {
    const informed = asPlanned.mails.filter(({ reference }) => reference.includes('/partner-'));
    expect(informed.map(({ to, reference }) => [to, reference])).toEqual([
      [['bestuur@gr-fryslan-west.example'], 'phase-2-start.r1/partner-gr-fryslan-west'],
      [['directie@empatec.example'], 'phase-2-start.r1/partner-nv-empatec'],
    ]);
  });
});

describe('the memo’s money: received in 2025, a tender of 120,000 paid in quarters, and nothing else', () => {
  const flagsOf = (kind: string) =>
    asPlanned.report.flags
      .filter((flag) => flag.kind === kind)
      .map(({ subject, raisedOn, resolvedOn }) => [subject, raisedOn, resolvedOn]);

  test('is booked on its dates', () => {
    expect(asPlanned.report.money).toEqual({
      received: 34_068_800,
      committed: 12_000_000,
      spent: 12_000_000,
      open: 0,
      free: 22_068_800,
    });
  });

  // docs/budget.md, "Het voorbeeld van de memo": from thirty days before each end of a quarter and year.
  test('is said to be left before each end of a quarter and of a year', () => {
    expect(flagsOf('unspent').sort(([, a], [, b]) => (a! < b! ? -1 : 1))).toEqual([
      ['2025 2025', '2025-12-16', '2026-01-01'],
      ['2025 2026-Q1', '2026-03-01', '2026-04-01'],
      ['2025 2026-Q2', '2026-05-31', '2026-07-01'],
      ['2025 2026-Q3', '2026-08-31', '2026-10-01'],
      ['2025 2026', '2026-12-01', '2027-01-01'],
      ['2025 2027-Q1', '2027-03-01', '2027-04-01'],
      ['2025 2027-Q2', '2027-05-31', '2027-07-01'],
    ]);
    expect(flagsOf('uncommitted')).toEqual([['2025', '2026-06-13', null]]);
  });

  test('is above nothing, is for everybody, and is counted right every night', () => {
    for (const kind of ['overspent', 'no-benefit', 'forecast-shortfall', 'ledger-difference'])
      expect(flagsOf(kind)).toEqual([]);
  });
});

describe('Harlingen rejects the process proposal once, and the second round’s execution is killed', () => {
  test('the first round is divided and handed over, the second is agreed and concluded', () => {
    expect(roundOf(harlingenRejects, 'process-proposal.r1')).toMatchObject({
      status: 'handed-over',
      verdict: 'divided',
    });
    expect(roundOf(harlingenRejects, 'process-proposal.r2')).toMatchObject({
      status: 'concluded',
      verdict: 'agreed',
    });
    expect(outcomesOf(harlingenRejects, 'process-proposal.r1')).toMatchObject({
      'GM0072/college': 'rejected',
    });
    expect(outcomesOf(harlingenRejects, 'process-proposal.r2')).toMatchObject({
      'GM0072/college': 'adopted',
    });
  });

  test('it ends as if nothing had happened: the vision is adopted', () => {
    expect(roundOf(harlingenRejects, 'vision.r1')).toMatchObject({ status: 'concluded', verdict: 'agreed' });
    expect(milestoneOf(harlingenRejects, 'vision-adopted')?.status).toBe('completed');
  });

  test('exactly the killed execution failed, and one resumed it', () => {
    expect(harlingenRejects.report.executions).toEqual({ started: 6, succeeded: 5, failed: 1, resumed: 1 });
    expect(harlingenRejects.report.faults).toEqual([
      { on: '2026-01-12', execution: expect.stringMatching(/-process-proposal-r2-e1$/) },
    ]);
  });

  test('a divided round asks nobody of the stages that it did not reach', () => {
    const requests = roundOf(harlingenRejects, 'process-proposal.r1')?.requests ?? [];
    const asked = requests.filter(({ askedTimes }) => askedTimes > 0).map(({ body }) => body);
    expect(asked).toEqual(['GM1900/college', 'GM0072/college', 'GM1949/college', 'GM1940/college']);
    expect(requests).toHaveLength(9);
  });

  test('everybody is told once that the round is divided, and why', () => {
    const divided = harlingenRejects.mails.filter(({ reference }) => reference.endsWith('/divided'));
    expect(divided.map(({ reference }) => reference)).toEqual(['process-proposal.r1/divided']);
    expect(divided[0]?.text).toContain(
      'College Harlingen: verworpen (11 december 2025) – Het voorstel zegt te weinig over de kosten voor Harlingen na 2027.',
    );
  });

  test('who is asked again reads what was revised', () => {
    const again = harlingenRejects.mails.filter(({ reference }) =>
      /^process-proposal\.r2\/.*\/asked$/.test(reference),
    );
    expect(again).toHaveLength(9);
    for (const { text, subject } of again) {
      expect(subject).toContain('herzien voorstel (ronde 2)');
      expect(text).toContain('Wat er herzien is: Paragraaf over de kosten per gemeente toegevoegd.');
    }
  });
});

describe('a plan of seven municipalities without a regional committee', () => {
  test('asks the councils before the colleges', () => {
    const { requests = [] } = roundOf(sevenMunicipalities, 'framework.r1') ?? {};
    const dates = (kind: string) =>
      requests.filter(({ body }) => body.endsWith(kind)).map(({ decidedOn }) => decidedOn ?? '');
    expect(dates('/council')).toHaveLength(7);
    expect(dates('/college')).toHaveLength(7);
    expect(dates('/council').sort().at(-1)! < dates('/college').sort()[0]!).toBe(true);
  });

  test('a postponed council answers on its new date, and the colleges are asked only then', () => {
    const postponed = roundOf(sevenMunicipalities, 'framework.r1')?.requests.find(
      ({ body }) => body === 'GM0086/council',
    );
    expect(postponed).toMatchObject({ outcome: 'adopted', decidedOn: '2026-03-10', askedTimes: 1 });
    const asked = sevenMunicipalities.mails.find(
      ({ reference }) => reference === 'framework.r1/GM0074/college/asked',
    );
    expect(asked?.text).toMatch(/Gevraagd op: +10 maart 2026/);
  });

  test('the postponement is told to the others with its new date and its reason', () => {
    const told = sevenMunicipalities.mails.filter(({ reference }) =>
      reference.startsWith('framework.r1/GM0086/council/decided-'),
    );
    expect(told.map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/^Raad Opsterland: aangehouden op .+ – Kader jeugdhulp$/),
      expect.stringMatching(/^Raad Opsterland: aangenomen op .+ – Kader jeugdhulp$/),
    ]);
    expect(told[0]?.text).toContain('10 maart 2026');
    expect(told[0]?.text).toContain('De raad wil eerst de financiële bijlage zien.');
    expect(told[0]?.to).not.toContain('griffie@opsterland.example');
  });

  test('a majority of the colleges decides, an amended decision counting where the plan says so', () => {
    expect(outcomesOf(sevenMunicipalities, 'framework.r1')).toMatchObject({
      'GM0080/college': 'amended',
      'GM0098/college': 'rejected',
      'GM0074/college': 'adopted',
    });
    expect(roundOf(sevenMunicipalities, 'framework.r1')).toMatchObject({
      status: 'concluded',
      verdict: 'agreed',
    });
  });

  test('the silence of a council that only takes note is recorded as silence after its term', () => {
    const silent = roundOf(sevenMunicipalities, 'procurement.r1')?.requests.find(
      ({ body }) => body === 'GM0074/council',
    );
    expect(silent).toMatchObject({ outcome: 'noted', askedTimes: 1 });
    const told = sevenMunicipalities.mails.filter(({ reference }) =>
      reference.startsWith('procurement.r1/GM0074/council/decided-'),
    );
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain('heeft binnen de termijn niet geantwoord');
  });
});
