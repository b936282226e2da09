import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EVENT_NAMES } from './modelEvents.ts';
import { checkInvariants } from './modelInvariants.ts';
import { comeToRest, type Played, play } from './modelPlay.ts';
import { STAGES } from './modelReference.ts';

/** Everybody who has not answered agrees; the round ends, or is back with the organisation. */
async function everybodyAnswers({ world, seen }: Played): Promise<Played> {
  for (const body of STAGES.flat()) {
    if (world.reference.answers.has(body) || world.reference.place.status !== 'open') continue;
    await world.answer(body, body === 'rac' ? 'noted' : 'adopted');
  }
  return { world, seen: await checkInvariants(world, seen) };
}

/** The same as modelExhaustive.test.ts over longer stories of all events, up to the end of the round. */
test('long stories of everything that can happen end as the reference says, and are told once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...EVENT_NAMES), { maxLength: 30 }), async (story) => {
      const atRest = await comeToRest(await play(story));
      const { world } = await comeToRest(await everybodyAnswers(atRest));
      expect(world.reference.place.status).not.toBe('open');
      const told = world.mailbox.sent.map(({ tags }) => tags.reason);
      expect(new Set(told).size, 'a mail was sent twice').toBe(told.length);
    }),
    { numRuns: 100 },
  );
}, 120_000);
