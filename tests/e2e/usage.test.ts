import { describe, expect, test } from 'vitest';
import { freePorts } from '../../infra/local/ports.ts';
import { besluitketen, besluitketenHere } from './commandLine.ts';

describe('wrong usage ends with 2 and says what is wrong on standard error', () => {
  test.each([
    ['an unknown command', ['besluit', 'visietraject']],
    ['a missing argument', ['decide', 'visietraject', 'process-proposal.r1']],
    ['a missing date', ['decide', 'visietraject', 'process-proposal.r1', 'GM0072/college', 'adopted']],
    ['an unknown option', ['status', '--kleur']],
    ['an option without its value', ['start', 'plan.yaml', '--at']],
    ['an argument too many', ['status', 'visietraject', 'nog-een']],
  ])('%s', async (_what, args) => {
    const { exitCode, stdout, stderr } = await besluitketenHere(args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).not.toBe('');
  });

  test('no command at all: the help, on standard error', async () => {
    const { exitCode, stdout, stderr } = await besluitketen([]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain('simulate');
  });
});

describe('help is in Dutch and ends with 0', () => {
  test('of the whole command line: every command, and what the exit codes mean', async () => {
    const { exitCode, stdout, stderr } = await besluitketen(['--help']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    for (const command of [
      'start',
      'status',
      'decide',
      'revise',
      'complete',
      'watch',
      'resume',
      'simulate',
    ]) {
      expect(stdout).toMatch(new RegExp(`^ +${command} `, 'm'));
    }
    expect(stdout).toContain('Uitgangscodes: 0 gedaan, 1 geweigerd');
    expect(stdout).not.toMatch(/\b(Usage|Options|Commands|Arguments|display help|default)\b/);
  });

  test.each(['start', 'status', 'decide', 'revise', 'complete', 'watch', 'resume', 'simulate'])(
    'of %s',
    async (command) => {
      const { exitCode, stdout, stderr } = await besluitketenHere([command, '--help']);
      expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
      expect(stdout).toContain('--json');
      expect(stdout).not.toMatch(/\b(Usage|Options|Commands|Arguments|display help|default)\b/);
    },
  );
});

test('without a local cloud the command says UNAVAILABLE with its remedy, and ends with 1', async () => {
  const [free] = await freePorts();
  const { exitCode, stdout, stderr } = await besluitketen(['status', '--json'], `http://127.0.0.1:${free}`);
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
  expect(stderr).toMatch(/^UNAVAILABLE: .*npm start.*\n$/);
});
