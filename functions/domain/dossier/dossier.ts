import type { Day } from '../calendar/days.ts';
import type { Outcome } from '../decision/outcomes.ts';
import type { RoundStatus, Verdict } from '../round/round.ts';
import type { AuditEntry } from '../trajectory.ts';

/** What a body answered in a round; never a token. */
export interface DossierAnswer {
  readonly body: string;
  readonly name: string;
  readonly status: 'expected' | 'open' | 'decided' | 'closed';
  readonly outcome: Outcome | null;
  readonly decidedOn: Day | null;
  readonly reference: string | null;
  readonly note: string | null;
  readonly silence: boolean;
  /** Until when it is not public; null when it is. */
  readonly embargo: Day | null;
}

export interface DossierRound {
  readonly id: string;
  readonly title: string;
  readonly status: RoundStatus;
  readonly verdict: Verdict | null;
  readonly answers: readonly DossierAnswer[];
}

/** A message that was sent. */
export interface DossierMail {
  readonly sentAt: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly reference: string;
}

/** A decision list that a secretary added. */
export interface DossierDocument {
  readonly round: string;
  readonly body: string;
  readonly sha256: string;
  /** Undefined: it is on the record, and the store has it no more. */
  readonly bytes: Uint8Array | undefined;
}

/** All that an archive or a Woo request wants of a process, or of one round of it. */
export interface Dossier {
  readonly trajectory: string;
  readonly title: string;
  readonly lead: string;
  /** The one round it is of; absent: the whole process. */
  readonly round?: string | undefined;
  readonly madeAt: string;
  /** Without names and addresses of people: what a Woo request is answered with. */
  readonly withoutPeople: boolean;
  readonly plan: unknown;
  readonly rounds: readonly DossierRound[];
  readonly log: readonly AuditEntry[];
  readonly mails: readonly DossierMail[];
  readonly documents: readonly DossierDocument[];
}

/** A file of the archive; its path has forward slashes and no accents. */
export interface DossierFile {
  readonly path: string;
  readonly what: string;
  readonly bytes: Uint8Array;
}
