import type { FinalOutcome } from '../../functions/domain/decision/outcomes.ts';
import { Refusal } from '../../functions/domain/refusal.ts';
import type { DecisionRequest, Round } from '../../functions/domain/round/round.ts';
import { correctDecision } from '../../functions/operations/correctDecision.ts';
import { moveRoundOn } from '../../functions/operations/moveRoundOn.ts';
import type { RecordStore } from '../../functions/operations/ports.ts';
import { recordDecision } from '../../functions/operations/recordDecision.ts';
import { resumeByHand } from '../../functions/operations/resumeByHand.ts';
import { resumeAfterFault } from '../../functions/operations/resumeRound.ts';
import { reviseRound } from '../../functions/operations/reviseRound.ts';
import { watchDay } from '../../functions/operations/watchDay.ts';
import { withdrawRound } from '../../functions/operations/withdrawRound.ts';
import { CLERK, createClock, createMailbox, opened, type Running, runningOn } from './exampleRecord.ts';
import { createMemoryStore, type MemoryStore } from './memoryStore.ts';
import { ReferenceRound } from './modelReference.ts';

const ON = '2026-02-02';
const DAY_MS = 86_400_000;
/** The rows of a trajectory whose round was just opened: every story begins with them. */
let openedRecord: ReturnType<MemoryStore['snapshot']> | undefined;

/** The record, the chain and what moves them, beside the reference: every act is done to both and compared. */
export class World {
  readonly mailbox = createMailbox();
  readonly references: ReferenceRound[] = [new ReferenceRound(1)];
  private readonly clock = createClock();
  private day = 0;
  private corrections = 0;

  private constructor(readonly running: Running) {}

  static async begin(): Promise<World> {
    openedRecord ??= (await opened()).store.snapshot();
    return new World(runningOn(createMemoryStore(openedRecord)));
  }

  /** Morning of the n-th day; each correction a second later, for the log tells them apart by their moment. */
  private at(): string {
    return new Date(
      Date.parse(`${ON}T06:30:00.000Z`) + this.day * DAY_MS + this.corrections * 1000,
    ).toISOString();
  }

  get reference(): ReferenceRound {
    return this.references.at(-1)!;
  }
  get roundId(): string {
    return `main.r${this.reference.number}`;
  }
  round(number = this.reference.number): Promise<Round> {
    return this.running.round(number);
  }
  requests(number = this.reference.number): Promise<DecisionRequest[]> {
    return this.running.requests(number);
  }

  /** What the record says of each round, told to its reference: see ReferenceRound.moved. */
  async look(): Promise<void> {
    for (const reference of this.references) {
      const { status, stage } = await this.round(reference.number);
      reference.moved({ status, stage });
    }
  }

  async answer(body: string, outcome: FinalOutcome | 'deferred'): Promise<void> {
    await this.look();
    const newDate = outcome === 'deferred' ? { newDate: '2026-03-02' } : {};
    const answer = { trajectory: 'voorbeeld', round: this.roundId, body, outcome, on: ON, ...newDate };
    const said = recordDecision(this.running.store, answer, this.at(), CLERK);
    agree(
      await outcomeOf(said, ({ changed }) => (changed ? 'recorded' : 'same')),
      this.reference.answer(body, outcome),
    );
  }

  async correct(body: string, outcome: FinalOutcome): Promise<void> {
    await this.look();
    this.corrections++;
    const correction = {
      trajectory: 'voorbeeld',
      round: this.roundId,
      body,
      outcome,
      on: ON,
      reason: 'Fout',
    };
    const said = correctDecision(this.running.store, correction, this.at(), CLERK);
    agree(await outcomeOf(said, (result) => result), this.reference.correct(body, outcome));
  }

  async withdraw(): Promise<void> {
    await this.look();
    const said = withdrawRound(this.running.store, 'voorbeeld', this.roundId, 'Weg', this.at(), CLERK);
    agree(
      await outcomeOf(said, ({ changed }) => (changed ? 'withdrawn' : 'same')),
      this.reference.withdraw(),
    );
  }

  async revise(): Promise<void> {
    await this.look();
    const said = reviseRound(this.running.store, 'voorbeeld', this.roundId, 'Nieuw', this.at(), CLERK);
    const result = await outcomeOf(said, ({ changed }) => (changed ? 'revised' : 'same'));
    agree(result, this.reference.revise());
    if (result === 'revised') this.references.push(new ReferenceRound(this.reference.number + 1));
  }

  /** The execution at work is gone; `told`: a status event says so. */
  async lose(told: boolean): Promise<void> {
    const round = await this.round();
    this.running.chain.kill(round);
    if (told) await this.resume();
  }
  /** Without a loss before: the execution lives on beside the one that follows it. */
  async resume(): Promise<void> {
    const round = await this.round();
    await resumeAfterFault(
      this.running.store,
      this.running.chain,
      'voorbeeld',
      round,
      round.epoch,
      this.at(),
    );
  }
  async resumeByHand(): Promise<void> {
    const { store, chain } = this.running;
    await outcomeOf(resumeByHand(store, chain, 'voorbeeld', this.roundId, this.at(), 'x'), () => 'resumed');
  }

  /** The stream moves every round on, and the chain goes as far as it can. */
  async stream(): Promise<void> {
    const { store, chain } = this.running;
    for (const { number } of this.references) {
      await moveRoundOn(store, chain, await this.round(number), await this.requests(number), this.at());
    }
    await chain.catchUp();
  }
  /** The same, and `act` gets in between right before the chain or the stream calls `method`. */
  async streamInterrupted(method: keyof RecordStore, act: () => Promise<void>): Promise<void> {
    const takeBack = this.running.store.before(method, act);
    await this.stream();
    takeBack();
  }
  async watch(): Promise<void> {
    const { store, chain } = this.running;
    this.day++;
    this.clock.at = this.at();
    await watchDay({ store, chain, sender: this.mailbox, now: this.clock.now }, 'voorbeeld', this.at());
    await chain.catchUp();
  }
}

async function outcomeOf<T>(operation: Promise<T>, name: (result: T) => string): Promise<string> {
  try {
    return name(await operation);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'UNAVAILABLE') throw error;
    return 'refused';
  }
}

function agree(record: string, reference: string): void {
  if (record !== reference) throw new Error(`the record says ${record}, the reference ${reference}`);
}
