import type { DueTerms } from '../agenda/dueTerms.ts';
import type { Contact } from '../contacts/contact.ts';
import type { Plan } from '../plan/schema.ts';
import type { DecisionRequest, Round } from '../round/round.ts';

/** What the mails of a round are composed from, as it is known when they are sent. */
export interface MailMatter {
  readonly plan: Plan;
  readonly round: Round;
  readonly requests: readonly DecisionRequest[];
  /** Who is to be told. */
  readonly contacts: readonly Contact[];
  /** By when bodies must decide; only a request for a decision needs it. */
  readonly terms?: DueTerms | undefined;
  /** When it leaves. Absent in a simulation, where mails leave at the moment of their reason. */
  readonly leavesAt?: string | undefined;
  /** The address of a body's feed, where there is one. */
  readonly agendaOf?: ((body: string) => string | undefined) | undefined;
  /** The address of a round's page, where there are pages. */
  readonly pageOf?: ((round: string) => string) | undefined;
}

/** A file that goes with a mail. */
export interface MailAttachment {
  readonly filename: string;
  /** With its parameters: `text/calendar; method=PUBLISH`. */
  readonly contentType: string;
  readonly content: string | Uint8Array;
}
