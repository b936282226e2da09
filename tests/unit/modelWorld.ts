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
import { NOTHING_IMPORTED } from './memoryReferenceData.ts';
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

  get store() {
    return this.running.store;
  }
  get chain() {
    return this.running.chain;
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
    const said = recordDecision(this.store, answer, this.at(), CLERK);
    agree(
      await outcomeOf(said, ({ changed }) => (changed ? 'recorded' : 'same')),
      this.reference.answer(body, outcome),
    );
  }

  /** Judged after it: another may get in between, and then the correction comes too late. */
  async correct(body: string, outcome: FinalOutcome): Promise<void> {
    this.corrections++;
    const correction = {
      trajectory: 'voorbeeld',
      round: this.roundId,
      body,
      outcome,
      on: ON,
      reason: 'Fout',
    };
    const result = await outcomeOf(correctDecision(this.store, correction, this.at(), CLERK), (said) => said);
    await this.look();
    agree(result, this.reference.correct(body, outcome));
  }

  async withdraw(): Promise<void> {
    await this.look();
    const said = withdrawRound(this.store, 'voorbeeld', this.roundId, 'Weg', this.at(), CLERK);
    agree(
      await outcomeOf(said, ({ changed }) => (changed ? 'withdrawn' : 'same')),
      this.reference.withdraw(),
    );
  }

  async revise(): Promise<void> {
    await this.look();
    const said = reviseRound(this.store, 'voorbeeld', this.roundId, 'Nieuw', this.at(), CLERK);
    const result = await outcomeOf(said, ({ changed }) => (changed ? 'revised' : 'same'));
    agree(result, this.reference.revise());
    if (result === 'revised') this.references.push(new ReferenceRound(this.reference.number + 1));
  }

  /** The execution at work is gone; `told`: a status event says so. */
  async lose(told: boolean): Promise<void> {
    const round = await this.round();
    this.chain.kill(round);
    if (told) await this.resume();
  }
  /** Without a loss before: the execution lives on beside the one that follows it. */
  async resume(): Promise<void> {
    const round = await this.round();
    await resumeAfterFault(this.store, this.chain, 'voorbeeld', round, round.epoch, this.at());
  }
  async resumeByHand(): Promise<void> {
    await outcomeOf(
      resumeByHand(this.store, this.chain, 'voorbeeld', this.roundId, this.at(), {
        by: 'x',
        via: 'command-line',
      }),
      () => 'resumed',
    );
  }

  /** The stream moves every round on; the chain goes on later. */
  async move(): Promise<void> {
    for (const { number } of this.references) {
      const rows = [await this.round(number), await this.requests(number)] as const;
      await moveRoundOn(this.store, this.chain, ...rows, this.at());
    }
  }
  async stream(): Promise<void> {
    await this.move();
    await this.chain.catchUp();
  }
  /** `happens`, and `act` gets in between right before the first call of `method`. */
  async interrupted(
    method: keyof RecordStore,
    act: () => Promise<void>,
    happens: () => Promise<void>,
  ): Promise<void> {
    const takeBack = this.store.before(method, act);
    await happens();
    takeBack();
  }
  async watch(): Promise<void> {
    this.day++;
    this.clock.at = this.at();
    const { failed } = await watchDay(
      {
        reference: NOTHING_IMPORTED,
        store: this.store,
        chain: this.chain,
        sender: this.mailbox,
        now: this.clock.now,
      },
      'voorbeeld',
      this.at(),
    );
    if (failed) throw new Error(`the watch failed: ${failed}`);
    await this.chain.catchUp();
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
