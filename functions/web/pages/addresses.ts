import type { Place } from '../../domain/intake/candidate.ts';
import { roundUrl } from '../../domain/links/pageUrl.ts';

export function trajectoryAddress(id: string): string {
  return `/traject/${encodeURIComponent(id)}`;
}

/** Everything about one round. */
export function roundAddress(trajectory: string, round: string): string {
  return roundUrl('', trajectory, round);
}

/** The information memo for the councils about a round. */
export function memoAddress(trajectory: string, round: string): string {
  return `${roundAddress(trajectory, round)}/raadsinformatiebrief`;
}

export function budgetAddress(id: string): string {
  return `${trajectoryAddress(id)}/budget`;
}

/** Where the project lead reads and approves a quarter's statement. */
export function statementAddress(id: string, quarter: string): string {
  return `${trajectoryAddress(id)}/overzicht/${encodeURIComponent(quarter)}`;
}

/** The file of a municipality's bookings of one year. */
export function bookingsAddress(id: string, municipality: string, year: number): string {
  return `${budgetAddress(id)}/${encodeURIComponent(municipality)}-${year}.csv`;
}

export function logAddress(id: string): string {
  return `${trajectoryAddress(id)}/logboek`;
}

/** Everything of a trajectory, or of one round of it, as one archive. */
export function dossierAddress(id: string, round?: string): string {
  return `${trajectoryAddress(id)}/dossier${round === undefined ? '' : `?ronde=${encodeURIComponent(round)}`}`;
}

export const SIGNALS = '/signalen';

/** The id of a round's part of the page; the overview shows several trajectories with rounds of the same name. */
export function roundAnchor(trajectory: string, round: string): string {
  return `ronde-${trajectory}-${round}`;
}

/** Where the secretary enters the answer of a body; with an item, to take over what came in. */
export function answerAddress({ trajectory, round, body }: Place, item?: string): string {
  const parts = [trajectory, round, ...body.split('/')].map(encodeURIComponent);
  return `/antwoord/${parts.join('/')}${item === undefined ? '' : `?bericht=${encodeURIComponent(item)}`}`;
}

/** What waits for who is signed in. */
export const OWN_WORK = '/mijn';

export const TRIAGE = '/triage';

export function itemAddress(id: string): string {
  return `${TRIAGE}/${encodeURIComponent(id)}`;
}

export function sourcePageAddress(name: string): string {
  return `/beheer/bron/${encodeURIComponent(name)}`;
}

export const DEAD_LETTERS = '/beheer/onbestelbaar';

/** The trajectories whose plans the administrator may edit. */
export const PLANS = '/beheer/plannen';

export function planAddress(id: string): string {
  return `/beheer/traject/${encodeURIComponent(id)}/plan`;
}

/** The plan as a file. */
export function planFileAddress(id: string): string {
  return `${planAddress(id)}.yaml`;
}

export const CONTACTS = '/beheer/contacten';
export const CALENDARS = '/beheer/kalenders';

/** Where the last import of contacts or calendars is taken back. */
export function undoAddress(address: string): string {
  return `${address}/terugdraaien`;
}

/** What the stage is set to. */
export const SETTINGS = '/beheer/instellingen';

/** How the executions of all rounds go. */
export const EXECUTIONS = '/beheer/uitvoeringen';

export function executionAddress(trajectory: string, round: string): string {
  return `${EXECUTIONS}/${encodeURIComponent(trajectory)}/${encodeURIComponent(round)}`;
}

/** Where the administrator confirms that a lost execution is started again. */
export function resumeAddress(trajectory: string, round: string): string {
  return `${executionAddress(trajectory, round)}/hervatten`;
}

/** What everybody may read of a trajectory, once it is public. */
export function publicAddress(id: string): string {
  return `/openbaar/${encodeURIComponent(id)}`;
}
