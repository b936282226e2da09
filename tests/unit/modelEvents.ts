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
  'A times out': (w) => w.running.chain.timeOut(A),
  'chain goes on': (w) => w.running.chain.catchUp(),
  stream: (w) => w.stream(),
  watch: (w) => w.watch(),
  'withdrawn before the chain asks': (w) => w.streamInterrupted('requestsOfRound', () => w.withdraw()),
  'withdrawn while weighing': (w) => w.streamInterrupted('advanceRound', () => w.withdraw()),
  'corrected while weighing': (w) => w.streamInterrupted('advanceRound', () => w.correct(B, 'rejected')),
  'overtaken while weighing': (w) => w.streamInterrupted('advanceRound', () => w.resume()),
} as const satisfies Record<string, (world: World) => Promise<void>>;

export type EventName = keyof typeof EVENTS;
export const EVENT_NAMES = Object.keys(EVENTS) as EventName[];
