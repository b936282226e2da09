import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planSchema } from '../../functions/domain/plan/schema.ts';
import { executionName, formatRoundId, parseRoundId } from '../../functions/domain/roundId.ts';

const planId = planSchema.shape.id;
const family = planSchema.shape.rounds.unwrap().element.shape.id;
/** What a simulation may add to a trajectory's id (schema.ts). */
const SUFFIX = 8;

const idOf = (longest: number) => fc.stringMatching(new RegExp(`^[a-z]([a-z0-9]{0,${longest - 1}})$`));

test('the longest ids a plan may have give a name that Step Functions takes', () => {
  const trajectory = 'a'.repeat(24);
  const longest = 'b'.repeat(32);
  expect(planId.safeParse(trajectory).success).toBe(true);
  expect(planId.safeParse(`${trajectory}a`).success).toBe(false);
  expect(family.safeParse(longest).success).toBe(true);
  expect(family.safeParse(`${longest}b`).success).toBe(false);
  const name = executionName(trajectory + '-'.padEnd(SUFFIX, 'x'), { family: longest, number: 999 }, 9999);
  expect(name).toMatch(/^[A-Za-z0-9_-]{1,80}$/);
});

test('any legal ids give a legal name, which is the same for the same row', () => {
  fc.assert(
    fc.property(
      idOf(24 + SUFFIX),
      idOf(32),
      fc.integer({ min: 1, max: 999 }),
      fc.integer({ min: 1, max: 9999 }),
      (trajectory, roundFamily, number, epoch) => {
        const name = executionName(trajectory, { family: roundFamily, number }, epoch);
        expect(name).toMatch(/^[A-Za-z0-9_-]{1,80}$/);
        expect(executionName(trajectory, { family: roundFamily, number }, epoch)).toBe(name);
        expect(executionName(trajectory, { family: roundFamily, number }, epoch + 1)).not.toBe(name);
      },
    ),
  );
});

test('a round id is read as it is written', () => {
  fc.assert(
    fc.property(idOf(32), fc.integer({ min: 1, max: 999 }), (roundFamily, number) => {
      expect(parseRoundId(formatRoundId({ family: roundFamily, number }))).toEqual({
        family: roundFamily,
        number,
      });
    }),
  );
});

test.each(['main', 'main.r0', 'main.r1000', 'main.r01', 'Main.r1', 'main.r1 ', 'main#r1', ''])(
  '%j is no round',
  (text) => {
    expect(() => parseRoundId(text)).toThrow(expect.objectContaining({ code: 'UNKNOWN_ROUND' }));
  },
);
