import { describe, expect, test } from 'vitest';
import { givenSecrets } from '../../functions/cli/givenSecret.ts';
import { checkedSecret } from '../../functions/domain/intake/checkedSecret.ts';
import { newSource } from '../../functions/domain/intake/newSource.ts';
import { readMapping } from '../../functions/domain/intake/readMapping.ts';
import { type Source, sourceSchema } from '../../functions/domain/intake/source.ts';
import { Refusal } from '../../functions/domain/refusal.ts';
import { AT } from './intakeWorld.ts';

const GIVEN = {
  name: 'harlingen-zaken',
  speaks: 'zgw',
  municipality: 'GM0072',
  origins: ['https://zaken.harlingen.example'],
};
const refusalOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'none';
};

describe('a source', () => {
  test('that is right fits what is stored', () => {
    const source = newSource(GIVEN, false, AT, 'beheerder');
    expect(sourceSchema.parse(source)).toEqual(source);
  });

  test.each([
    ['a name with capitals', { name: 'Harlingen' }],
    ['a name of forty-one characters', { name: 'a'.repeat(41) }],
    ['a name that is a path', { name: '../x' }],
    ['an unknown kind', { speaks: 'soap' }],
    ['a municipality that is none', { municipality: 'Harlingen' }],
    ['no message at all a minute', { mostPerMinute: 0 }],
    ['a part of a message', { mostPerMinute: 1.5 }],
    ['what is no number', { mostPerMinute: Number.NaN }],
    ['an origin with a path', { origins: ['https://zaken.harlingen.example/api'] }],
    ['an origin with a slash behind it', { origins: ['https://zaken.harlingen.example/'] }],
    ['an origin with a user', { origins: ['https://ik@zaken.harlingen.example'] }],
    ['an origin with its usual port', { origins: ['https://zaken.harlingen.example:443'] }],
    ['an origin in capitals', { origins: ['https://Zaken.harlingen.example'] }],
    ['a star', { origins: ['https://*.harlingen.example'] }],
    ['no scheme', { origins: ['zaken.harlingen.example'] }],
    ['a file', { origins: ['file:///etc/passwd'] }],
    ['http outside local', { origins: ['http://zaken.harlingen.example'] }],
  ])('with %s is refused', (_what, changes) => {
    expect(refusalOf(() => newSource({ ...GIVEN, ...changes }, false, AT, 'beheerder'))).toBe(
      'SOURCE_INVALID',
    );
  });

  // Before, it was found out at the first poll, an hour later.
  test.each(['notubiz', 'ibabs', 'ori'])('that is asked (%s) must say where at once', (speaks) => {
    const mapping = (text: string) => {
      const read = readMapping(text);
      return 'mapping' in read ? read.mapping : undefined;
    };
    const given = { ...GIVEN, speaks };
    expect(() => newSource(given, false, AT, 'b')).toThrow(/"poll"/);
    expect(refusalOf(() => newSource({ ...given, mapping: mapping('cases: []') }, false, AT, 'b'))).toBe(
      'SOURCE_INVALID',
    );
    const where = mapping('poll: { url: https://raad.example }');
    expect(newSource({ ...given, mapping: where }, false, AT, 'b').speaks).toBe(speaks);
  });

  test('may be asked over http in the local cloud only', () => {
    const origins = ['http://127.0.0.1:8102'];
    expect(newSource({ ...GIVEN, origins }, true, AT, 'beheerder').origins).toEqual(origins);
    expect(refusalOf(() => newSource({ ...GIVEN, origins: ['ftp://x.example'] }, true, AT, 'b'))).toBe(
      'SOURCE_INVALID',
    );
  });
});

describe('a secret', () => {
  test.each([
    ['zgw', 'Bearer afgesproken-waarde'],
    ['zgw', 'afgesproken'],
    ['cloudevents', 'eyJhbGciOi.J9-_~+/=='],
    ['standard', 'whsec_aGVsZG91dC1zZWNyZXQtaGVsZG91dC1zZWNyZXQtMDE='],
  ] as const)('of %s may be %s', (speaks, secret) => {
    expect(checkedSecret(speaks, secret)).toBe(secret);
  });

  test.each([
    ['zgw', ' met spatie ervoor'],
    ['zgw', 'met\nregel'],
    ['zgw', 'mét accent'],
    ['zgw', 'x'.repeat(1001)],
    ['cloudevents', 'Bearer token'],
    ['cloudevents', ''],
    ['standard', 'geheim'],
    ['standard', 'whsec_'],
    ['standard', 'whsec_geen base64!'],
    ['standard', 'whsec_abcde'],
    ['notubiz', 'geheim'],
  ] as const)('of %s may not be "%s", and the refusal does not repeat it', (speaks, secret) => {
    try {
      checkedSecret(speaks as Source['speaks'], secret);
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ code: 'SOURCE_INVALID' });
      if (secret.length > 6) expect(String(error)).not.toContain(secret);
    }
  });

  test('is read from standard input with -, a line for each', () => {
    const given = givenSecrets(() => 'eerste\r\ntweede\n');
    expect([given('-'), given('gegeven'), given('-')]).toEqual(['eerste', 'gegeven', 'tweede']);
    expect(refusalOf(() => given('-'))).toBe('SOURCE_INVALID');
    expect(refusalOf(() => givenSecrets(() => '')('-'))).toBe('SOURCE_INVALID');
    expect(refusalOf(() => givenSecrets()('  '))).toBe('SOURCE_INVALID');
  });
});

describe('a map file', () => {
  const mistakesOf = (text: string) => {
    const read = readMapping(text);
    return 'mistakes' in read ? read.mistakes : [];
  };

  test('is read with all its parts; an empty one maps nothing', () => {
    const read = readMapping(`decisions:
  - {type: "Vaststelling regiovisie", outcome: adopted, body: council, round: visietraject/vision}
cases:
  - {case: Z-2026-0001, round: visietraject/process-proposal}
keywords:
  - {words: [sociale, infrastructuur], round: visietraject/process-proposal}
ignore: {channels: [zaken]}
`);
    expect(read).toMatchObject({
      mapping: {
        decisions: [{ outcome: 'adopted', body: 'council' }],
        cases: [{ case: 'Z-2026-0001' }],
        keywords: [{ words: ['sociale', 'infrastructuur'] }],
        ignore: { channels: ['zaken'], types: [] },
      },
    });
    expect(readMapping('')).toMatchObject({ mapping: { decisions: [], cases: [], keywords: [] } });
  });

  test('of which much is wrong is told all of it, each with its line, in Dutch', () => {
    const mistakes = mistakesOf(`decisions:
  - {type: "", outcome: misschien}
  - {type: x, round: vision}
cases:
  - {case: Z1}
trefwoorden: []
keywords:
  - {words: [], round: visietraject/vision}
keywords:
  - {words: x, round: visietraject/vision}
`);
    expect(mistakes.map(({ line }) => line)).toEqual(
      [...mistakes.map(({ line }) => line)].sort((a, b) => a - b),
    );
    expect(mistakes.map(({ line, problem }) => `${line}: ${problem}`)).toEqual(
      expect.arrayContaining([
        '2: decisions[0].type is leeg',
        expect.stringMatching(/^2: decisions\[0\]\.outcome is niet adopted of /),
        '3: decisions[1].round is geen traject en ronde zoals visietraject/process-proposal',
        '5: cases[0].round ontbreekt of is geen tekst',
        '6: de sleutel "trefwoorden" bestaat hier niet',
        expect.stringMatching(/^9: De sleutel "keywords" staat twee keer/),
      ]),
    );
    for (const { problem, remedy } of mistakes)
      expect(`${problem}; ${remedy}`).not.toMatch(/Invalid|expected|\.;|undefined/);
  });

  test('that is no YAML, no block, or too large is one mistake', () => {
    expect(mistakesOf('decisions: [')).not.toEqual([]);
    expect(mistakesOf('- 1')).toEqual([
      { line: 1, problem: 'het bestand is geen object', remedy: expect.any(String) },
    ]);
    expect(mistakesOf(`# ${'x'.repeat(110_000)}`)).toHaveLength(1);
  });
});
