import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../functions/domain/importFile/decodeText.ts';

const NAMES = 'Súdwest-Fryslân; Raad één';

describe('the text of a file', () => {
  test.each([
    ['UTF-8', Buffer.from(NAMES)],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${NAMES}`)],
    ['the encoding of a Dutch Windows', Buffer.from(NAMES, 'latin1')],
  ])('is read from %s', (_encoding, bytes) => {
    expect(decodeText(bytes)).toEqual({ text: NAMES });
  });

  test('in windows-1252 has its own signs where other encodings have none', () => {
    expect(decodeText(Buffer.from([0x80, 0x20, 0x91, 0xe9, 0x92]))).toEqual({ text: '€ ‘é’' });
  });

  test('in any script comes out of UTF-8 as it went in', () => {
    const printable = fc.string({ unit: 'grapheme' }).filter((text) => !/\p{Cc}|\p{Cs}|^\uFEFF/u.test(text));
    fc.assert(
      fc.property(printable, (text) => {
        expect(decodeText(Buffer.from(text))).toEqual({ text });
      }),
    );
  });

  test.each([
    ['UTF-16, which a spreadsheet calls Unicode', Buffer.from(`\uFEFFa\nb`, 'utf16le'), 1],
    ['a spreadsheet itself', Buffer.from('PK\x03\x04\x14', 'latin1'), 1],
    ['bytes that no Windows knows', Buffer.from('a\r\nb\r\n\xe9\x81', 'latin1'), 3],
    ['signs that steer a terminal', Buffer.from('a\nb\x1b[2J'), 2],
  ])('of %s is refused with its line', (_what, bytes, line) => {
    expect(decodeText(bytes)).toEqual({
      mistakes: [
        { line, problem: expect.stringContaining('codering'), remedy: expect.stringContaining('UTF-8') },
      ],
    });
  });

  test('of more than 5 MB is refused', () => {
    expect(decodeText(Buffer.alloc(5_000_001, 'a'))).toMatchObject({ mistakes: [{ line: 1 }] });
  });
});
