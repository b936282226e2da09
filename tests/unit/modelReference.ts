import type { FinalOutcome } from '../../functions/domain/decision/outcomes.ts';
import { COLLEGES, COUNCILS } from './exampleRecord.ts';

/** The stages of the example's round, each passed when all of its bodies have answered, and agreed where they decide. */
export const STAGES: readonly (readonly string[])[] = [COLLEGES, ['rac'], COUNCILS];
export type Status = 'open' | 'concluded' | 'handed-over' | 'withdrawn';
export interface Place {
  readonly status: Status;
  readonly stage: number;
}

/**
 * A round as a secretary with paper would keep it: who answered what, and how far the round has come. It knows
 * no executions, tokens, epochs, streams or watches: whatever those do, the record must say what this says.
 */
export class ReferenceRound {
  readonly answers = new Map<string, FinalOutcome>();
  /** Everything that was ever recorded, as `body outcome`: the same again has no effect. */
  readonly recorded = new Set<string>();
  readonly lastCorrection = new Map<string, FinalOutcome>();
  deferrals = 0;
  decisions = 0;
  flagged = false;
  revised = false;
  place: Place = { status: 'open', stage: 0 };

  constructor(readonly number: number) {}

  /** What recording an answer must come to. */
  answer(body: string, outcome: FinalOutcome | 'deferred'): 'recorded' | 'same' | 'refused' {
    if (this.recorded.has(`${body} ${outcome}`)) return 'same';
    if (this.answers.has(body) || this.place.status !== 'open') return 'refused';
    this.recorded.add(`${body} ${outcome}`);
    if (outcome === 'deferred') this.deferrals++;
    else {
      this.answers.set(body, outcome);
      this.decisions++;
    }
    return 'recorded';
  }

  correct(body: string, outcome: FinalOutcome): 'corrected' | 'already-corrected' | 'flagged' | 'refused' {
    if (!this.answers.has(body)) return 'refused';
    if (this.lastCorrection.get(body) === outcome) return 'already-corrected';
    const weighed = this.place.stage > stageOf(body) || this.place.status !== 'open';
    if (weighed) {
      this.flagged = true;
      return 'flagged';
    }
    this.answers.set(body, outcome);
    this.lastCorrection.set(body, outcome);
    return 'corrected';
  }

  withdraw(): 'withdrawn' | 'same' | 'refused' {
    if (this.place.status === 'withdrawn') return 'same';
    if (this.place.status === 'concluded' || this.revised) return 'refused';
    this.place = { ...this.place, status: 'withdrawn' };
    return 'withdrawn';
  }

  revise(): 'revised' | 'same' | 'refused' {
    if (this.place.status === 'open' || (this.place.status === 'concluded' && !this.flagged))
      return 'refused';
    if (this.revised) return 'same';
    this.revised = true;
    return 'revised';
  }

  /** How far the answers there are bring the round, when nothing stands in its way. */
  bound(): Place {
    let { status, stage } = this.place;
    while (status === 'open') {
      const outcomes = STAGES[stage]!.map((body) => this.answers.get(body));
      if (outcomes.includes(undefined)) break;
      if (outcomes.some((outcome) => outcome !== 'adopted' && outcome !== 'noted')) status = 'handed-over';
      else if (stage === STAGES.length - 1) status = 'concluded';
      else stage++;
    }
    return { status, stage };
  }

  /** The record says that the round has come here: only on the way, and never back or past its bound. */
  moved(to: Place): void {
    if (to.status === this.place.status && to.stage === this.place.stage) return;
    const { status, stage } = this.bound();
    const onTheWay = to.status === 'open' && to.stage > this.place.stage && to.stage <= stage;
    const arrived = to.status === status && to.stage === stage;
    if (this.place.status !== 'open' || !(onTheWay || arrived)) {
      throw new Error(
        `r${this.number} went from ${JSON.stringify(this.place)} to ${JSON.stringify(to)}; its answers bring it to ${status} at ${stage}`,
      );
    }
    this.place = to;
  }
}

export function stageOf(body: string): number {
  return STAGES.findIndex((bodies) => bodies.includes(body));
}
