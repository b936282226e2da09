import { expect, test } from 'vitest';
import type { EventName } from './modelEvents.ts';
import { comeToRest, play, stateOf } from './modelPlay.ts';

/** The events that the others are made of; all of them are in the random stories (modelRandom.test.ts). */
const ALPHABET: readonly EventName[] = [
  'A adopts',
  'B adopts',
  'B rejects',
  'B is corrected: rejected',
  'withdrawn',
  'withdrawn before the chain asks',
  'revised',
  'lost, untold',
  'taken for lost',
  'stream',
  'watch',
];
const LONGEST = 4;

/**
 * Invariants 1, 2, 3, 6 and 8, over every story of at most four of these events: whatever happens in whatever
 * order, the record says after each step what a secretary with paper would say, and after a last watch nothing is
 * owed. A story that leads to a state another led to has the same future, and is not gone on with.
 */
test('every short story of answers, corrections, withdrawals, revisions and losses', async () => {
  const states = new Set<string>();
  let stories: EventName[][] = [[]];
  for (let length = 1; length <= LONGEST; length++) {
    const longer: EventName[][] = [];
    for (const story of stories.flatMap((start) => ALPHABET.map((event) => [...start, event]))) {
      try {
        const played = await play(story, story.length - 1);
        const state = stateOf(played.world);
        if (states.has(state)) continue;
        states.add(state);
        longer.push(story);
        await comeToRest(played);
      } catch (error) {
        throw new Error(`After: ${story.join(', ')}. ${error instanceof Error ? error.message : error}`, {
          cause: error,
        });
      }
    }
    stories = longer;
  }
  // Fewer would say that the events do not happen at all.
  expect(states.size).toBeGreaterThan(100);
}, 120_000);
