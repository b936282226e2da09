import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readScenario } from '../../functions/cli/simulate/readScenario.ts';
import { EXAMPLE } from './planExample.ts';

const folder = mkdtempSync(join(tmpdir(), 'besluitketen-scenario-'));
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, 'plan.yaml'), EXAMPLE);

const HEAD = 'plan: plan.yaml\nfrom: 2026-01-01\nuntil: 2026-12-31\n';
const read = (text: string) => {
  const file = join(folder, 'scenario.yaml');
  writeFileSync(file, text);
  return readScenario(file, undefined);
};
const refused = (text: string): string => {
  try {
    read(text);
  } catch (error) {
    expect(error).toMatchObject({ code: 'SCENARIO_INVALID' });
    return (error as Error).message;
  }
  throw new Error('it was not refused');
};
const decisions = (...lines: string[]) =>
  `${HEAD}decisions:\n${lines.map((line) => `  - {${line}}\n`).join('')}`;

test('a scenario that fits its plan is read, also of rounds that may never come', () => {
  const { scenario } = read(
    decisions(
      'round: main.r1, body: GM0001/college, outcome: rejected, on: 2026-02-02',
      'round: main.r2, body: rac, silent: true',
      'round: main.r1, body: GM0001/council, outcome: deferred, on: 2026-03-02, newDate: 2026-04-01',
    ),
  );
  expect(scenario.decisions).toHaveLength(3);
});

describe('what a scenario names and its plan does not have is refused, with its line and what to do', () => {
  test.each([
    [
      'a round',
      'round: zwembad.r1, body: rac, silent: true',
      'regel 5: ronde zwembad.r1 staat niet in het plan (kies uit main.r1',
    ],
    [
      'a body',
      'round: main.r1, body: GM0363/college, silent: true',
      'regel 5: orgaan GM0363/college staat niet in het plan (kies uit GM0001/college, GM0002/college, rac,',
    ],
    [
      'an outcome that the body cannot give there',
      'round: main.r1, body: rac, outcome: adopted, on: 2026-02-02',
      'regel 5: rac kan in ronde main.r1 niet met adopted antwoorden (kies uit noted, deferred)',
    ],
    [
      'an outcome that does not exist',
      'round: main.r1, body: rac, outcome: agreed, on: 2026-02-02',
      'regel 5: decisions.0.outcome:',
    ],
  ])('%s', (_what, line, said) => {
    expect(refused(decisions(line))).toContain(said);
  });

  test('a body of the plan that this round does not ask', () => {
    const file = join(folder, 'plan.yaml');
    writeFileSync(
      file,
      EXAMPLE.replace('bodies:\n', 'bodies:\n  - {id: beraad, name: Beraad, mail: b@regio.example}\n'),
    );
    const said = refused(decisions('round: main.r1, body: beraad, silent: true'));
    writeFileSync(file, EXAMPLE);
    expect(said).toContain('regel 5: orgaan beraad wordt in ronde main.r1 niet gevraagd');
  });

  test('a milestone, or one that bodies complete', () => {
    const said = refused(
      `${HEAD}completions:\n  - {milestone: zwembad, on: 2026-02-02}\n  - {milestone: noted, on: 2026-02-02}\n`,
    );
    expect(said).toContain('regel 5: mijlpaal zwembad staat niet in het plan (kies uit prepare, consult)');
    expect(said).toContain('regel 6: mijlpaal noted wordt door organen afgerond (zet hun antwoorden');
  });

  test('all of it at once, in the order of the lines', () => {
    const said = refused(
      decisions('round: main.r1, body: nergens, silent: true', 'round: nooit.r1, body: rac, silent: true'),
    );
    expect(said).toMatch(/regel 5: .*nergens.*; regel 6: .*nooit\.r1/);
  });
});

test.each([
  ['a key that is twice in one block', `${HEAD}from: 2026-02-01\n`, 'regel 4: '],
  ['what is no YAML', `${HEAD}decisions: [\n`, 'regel '],
  ['a key that scenarios do not have', `${HEAD}besluiten: []\n`, 'besluiten'],
  ['an end before its beginning', HEAD.replace('2026-12-31', '2025-12-31'), 'regel 3: until ligt vóór from'],
])('%s is told with its line', (_what, text, said) => {
  expect(refused(text)).toContain(said);
});

test('a file that is not there is said to be so', () => {
  expect(() => readScenario(join(folder, 'nergens.yaml'), undefined)).toThrow('niet te lezen');
});
