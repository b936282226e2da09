import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { besluitketen } from './commandLine.ts';
import { mailsOf } from './mailbox.ts';
import { answer, atRest, startedTrajectory } from './trajectories.ts';
import { until } from './until.ts';

const R1 = 'process-proposal.r1';

test('the dossier of a running process is one archive with what was decided and the messages that left', async () => {
  const { id, plan, file } = await startedTrajectory('dossier');
  await answer(id, R1, 'GM0072/college', {
    on: '2025-12-09',
    at: '2025-12-09T15:00:00.000Z',
    reference: 'B&W 2025/412',
  });
  await atRest({ id, plan, file });
  await until('the mails left', async () => (await mailsOf(id)).length >= 4);
  const out = join(dirname(file), `${id}.zip`);
  const made = await besluitketen(['dossier', id, '--out', out, '--json']);
  expect(made.stderr).toBe('');
  const files = unzipSync(readFileSync(out));
  expect(Object.keys(files)).toEqual(JSON.parse(made.stdout).files.map(({ path }: { path: string }) => path));
  const text = (path: string) => new TextDecoder().decode(files[path]);
  expect(text('besluiten.csv')).toContain('aangenomen;2025-12-09;B&W 2025/412');
  expect(text('berichten/0001.txt')).toMatch(/^Verzonden: .*\nAan: .*@.*\nOnderwerp: /);
  const round = await besluitketen(['dossier', id, '--round', `${R1}`, '--without-people', '--out', out]);
  expect(round.stdout).toContain(`bestanden in ${out}`);
  const refused = await besluitketen(['dossier', 'nergens', '--out', out]);
  expect(refused).toMatchObject({ exitCode: 1, stderr: expect.stringMatching(/^UNKNOWN_TRAJECTORY: /) });
  const nowhere = await besluitketen(['dossier', id, '--out', '/nergens/dossier.zip']);
  expect(nowhere).toMatchObject({ exitCode: 1, stderr: expect.stringMatching(/^INVALID_INPUT: /) });
});
