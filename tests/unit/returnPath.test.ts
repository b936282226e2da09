import fc from 'fast-check';
import { expect, test } from 'vitest';
import { returnPath } from '../../functions/domain/access/returnPath.ts';

const HERE = 'https://portal.example';

// Guards: returnPath.ts: path.startsWith('//').
test.each(['/.//elders.example', '/..//elders.example', '/a/..//elders.example', '/%2e//elders.example'])(
  '%s would be another site once its dots are taken away',
  (given) => {
    expect(returnPath(given)).toBe('/');
  },
);

const pieces = fc.array(
  fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    '//',
    'elders.example',
    '@',
    ':',
    'https:',
    '\t',
    '\n',
    '%2f',
    '%5c',
    '?',
    '#',
    ' ',
  ),
  { maxLength: 8 },
);

test('whatever is given, a browser stays on this site, and says so twice', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        pieces.map((all) => all.join('')),
        fc.webUrl(),
        fc.string(),
      ),
      (given) => {
        const path = returnPath(given);
        expect(new URL(path, HERE).origin).toBe(HERE);
        expect(path).toMatch(/^\/(?![/\\])/);
        expect(path).not.toMatch(/[\s\\]/);
        expect(returnPath(path)).toBe(path);
      },
    ),
  );
});
