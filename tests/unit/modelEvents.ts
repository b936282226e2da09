import { COLLEGES } from './exampleRecord.ts';
import type { World } from './modelWorld.ts';

const [A, B] = COLLEGES;

/** Everything that can happen to a round, by name: what people do, what the machinery does, and what it loses. */
export const EVENTS = {
  'A adopts': (w) => w.answer(A, 'adopted'),
  'A defers': (w) => w.answer(A, 'deferred'),
  'B adopts': (w) => w.answer(B, 'adopted'),
  'B rejects': (w) => w.answer(B, 'rejected'),
  'rac notes': (w) => w.answer('rac', 'noted'),
  'B is corrected: rejected': (w) => w.correct(B, 'rejected'),
  'B is corrected: adopted': (w) => w.correct(B, 'adopted'),
  withdrawn: (w) => w.withdraw(),
  revised: (w) => w.revise(),
  'lost, untold': (w) => w.lose(false),
  'lost, told': (w) => w.lose(true),
  'taken for lost': (w) => w.resume(),
  'resumed by hand': (w) => w.resumeByHand(),
  'A times out': (w) => w.chain.timeOut(A),
  'A times out of the first execution': (w) => w.chain.timeOut(A, 1),
  'chain goes on': (w) => w.chain.catchUp(),
  stream: (w) => w.stream(),
  watch: (w) => w.watch(),
  // What gets in between two steps of something else, right before the call that is named.
  'withdrawn before the chain asks': (w) =>
    w.interrupted('requestsOfRound', () => w.withdraw(), w.chain.catchUp),
  'withdrawn while weighing': (w) => w.interrupted('advanceRound', () => w.withdraw(), w.chain.catchUp),
  'corrected while weighing': (w) =>
    w.interrupted('advanceRound', () => w.correct(B, 'rejected'), w.chain.catchUp),
  'overtaken while weighing': (w) => w.interrupted('advanceRound', () => w.resume(), w.chain.catchUp),
  'weighed while correcting': (w) =>
    w.interrupted(
      'writeCorrection',
      () => w.stream(),
      () => w.correct(B, 'rejected'),
    ),
  'answered while withdrawing': (w) =>
    w.interrupted(
      'writeWithdrawal',
      () => w.answer(A, 'adopted'),
      () => w.withdraw(),
    ),
  'told by the stream, not gone on': (w) => w.move(),
} as const satisfies Record<string, (world: World) => Promise<void>>;

export type EventName = keyof typeof EVENTS;
export const EVENT_NAMES = Object.keys(EVENTS) as EventName[];
