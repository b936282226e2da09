import type { Context } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { Action, Target } from '../../domain/access/accessTable.ts';
import { AGENDA_PATH } from '../agendaRoute.ts';
import { ANSWER_PATH, placeOfPath } from '../answer/placeOfPath.ts';
import { BOOKINGS_PATH, BUDGET_PATH } from '../budget/budgetRoutes.tsx';
import { DOSSIER_FILE_PATH, DOSSIER_PATH } from '../dossier/dossierPaths.ts';
import { EXECUTION_PATH, RESUME_PATH } from '../executions/executionPaths.ts';
import { LOG_CSV_PATH, LOG_JSON_PATH, LOG_PATH } from '../log/logRoutes.tsx';
import {
  MAIL_DOCUMENT_PATH,
  MAIL_PATH,
  MAILS,
  MAILS_PATH,
  PAUSE_MAILS_PATH,
  RELEASE_ADDRESS_PATH,
  RESUME_MAILS_PATH,
} from '../mails/mailPaths.ts';
import { MEMO_FILE_PATH, MEMO_PATH } from '../memo/memoPaths.ts';
import { PAGE_SCRIPT, STYLESHEET } from '../ownFiles.ts';
import {
  CALENDARS,
  CONTACTS,
  DEAD_LETTERS,
  EXECUTIONS,
  PLANS,
  SETTINGS,
  SIGNALS,
  undoAddress,
} from '../pages/addresses.ts';
import { PLAN_FILE_PATH, PLAN_PATH } from '../plan/planRoutes.tsx';
import { PUBLIC_JSON_PATH, PUBLIC_PATH } from '../public/publicRoutes.tsx';
import { STATEMENT_PATH } from '../statement/statementPath.ts';

export type RouteAccess =
  /** For anybody; it may have a key of its own, as the feeds have in their links. */
  | { readonly kind: 'public' }
  /** For whoever is signed in, with or without a role: the page shows each what is theirs. */
  | { readonly kind: 'signed-in' }
  /** An action of the access table, and what of the address it is done to. */
  | {
      readonly kind: 'action';
      readonly action: Action;
      /** Also without signing in, where the stage lets anybody read. */
      readonly reading?: true;
      readonly target?: (path: string) => Target;
    };

const OPEN: RouteAccess = { kind: 'public' };

/** Of `/traject/{id}…`: a middleware is not told what a later route makes of the path. */
function trajectoryOf(path: string): Target {
  try {
    return { trajectory: decodeURIComponent(path.split('/')[2] ?? '') };
  } catch {
    return {};
  }
}

/** Of `/antwoord/{id}/{round}/{body}`. */
function answerOf(path: string): Target {
  return placeOfPath(path) ?? {};
}

/** The pages and files of a trajectory. */
const SEE_TRAJECTORY: RouteAccess = {
  kind: 'action',
  action: 'see-trajectory',
  reading: true,
  target: trajectoryOf,
};

const MAKE_DOSSIER: RouteAccess = { kind: 'action', action: 'make-dossier', target: trajectoryOf };

/** What waits for the project lead of a trajectory alone. */
const LEAD: RouteAccess = { kind: 'action', action: 'do-lead-work', target: trajectoryOf };

/** All of the administrator's own. */
const MANAGE: RouteAccess = { kind: 'action', action: 'manage' };

/** What each route of the portal asks. A route that is not here is nobody's: it is refused, and a test fails. */
export const ROUTE_ACCESS: Readonly<Record<string, RouteAccess>> = {
  'GET /': { kind: 'action', action: 'see-overview', reading: true },
  'GET /traject/:id': SEE_TRAJECTORY,
  'GET /traject/:id/ronde/:round': SEE_TRAJECTORY,
  [`GET ${DOSSIER_PATH}`]: MAKE_DOSSIER,
  [`GET ${DOSSIER_FILE_PATH}`]: MAKE_DOSSIER,
  [`GET ${MEMO_PATH}`]: MAKE_DOSSIER,
  [`GET ${MEMO_FILE_PATH}`]: MAKE_DOSSIER,
  [`POST ${MEMO_PATH}`]: LEAD,
  [`GET ${STATEMENT_PATH}`]: LEAD,
  [`POST ${STATEMENT_PATH}`]: LEAD,
  [`GET ${BUDGET_PATH}`]: SEE_TRAJECTORY,
  [`GET ${BOOKINGS_PATH}`]: SEE_TRAJECTORY,
  [`GET ${LOG_PATH}`]: SEE_TRAJECTORY,
  [`GET ${LOG_CSV_PATH}`]: SEE_TRAJECTORY,
  [`GET ${LOG_JSON_PATH}`]: SEE_TRAJECTORY,
  [`GET ${SIGNALS}`]: { kind: 'action', action: 'see-overview', reading: true },
  // The same for everybody, where it was switched on (operations/publishTrajectory.ts).
  [`GET ${PUBLIC_PATH}`]: OPEN,
  [`GET ${PUBLIC_JSON_PATH}`]: OPEN,
  'GET /mijn': { kind: 'signed-in' },
  'GET /beheer': { kind: 'action', action: 'manage' },
  [`GET ${ANSWER_PATH}`]: { kind: 'action', action: 'answer-for-body', target: answerOf },
  [`POST ${ANSWER_PATH}`]: { kind: 'action', action: 'answer-for-body', target: answerOf },
  // Which items somebody may see, and do what with, follows from each of them (domain/access/itemAccess.ts).
  'GET /triage': { kind: 'action', action: 'see-triage' },
  'GET /triage/:id': { kind: 'action', action: 'see-triage' },
  'POST /triage/:id/afwijzen': { kind: 'action', action: 'see-triage' },
  'POST /triage/:id/voorleggen': { kind: 'action', action: 'see-triage' },
  'GET /beheer/bron/:name': { kind: 'action', action: 'manage' },
  'POST /beheer/bron/:name/test': { kind: 'action', action: 'manage' },
  'POST /beheer/bron/:name/pauze': { kind: 'action', action: 'manage' },
  'POST /beheer/bron/:name/hervatten': { kind: 'action', action: 'manage' },
  [`GET ${DEAD_LETTERS}`]: { kind: 'action', action: 'manage' },
  [`POST ${DEAD_LETTERS}`]: { kind: 'action', action: 'manage' },
  [`GET ${PLANS}`]: MANAGE,
  [`GET ${PLAN_PATH}`]: MANAGE,
  [`POST ${PLAN_PATH}`]: MANAGE,
  [`GET ${PLAN_FILE_PATH}`]: MANAGE,
  [`GET ${CONTACTS}`]: MANAGE,
  [`POST ${CONTACTS}`]: MANAGE,
  [`GET ${undoAddress(CONTACTS)}`]: MANAGE,
  [`POST ${undoAddress(CONTACTS)}`]: MANAGE,
  [`GET ${CALENDARS}`]: MANAGE,
  [`POST ${CALENDARS}`]: MANAGE,
  [`GET ${undoAddress(CALENDARS)}`]: MANAGE,
  [`POST ${undoAddress(CALENDARS)}`]: MANAGE,
  [`GET ${SETTINGS}`]: MANAGE,
  [`GET ${EXECUTIONS}`]: MANAGE,
  [`GET ${EXECUTION_PATH}`]: MANAGE,
  [`GET ${RESUME_PATH}`]: MANAGE,
  [`POST ${RESUME_PATH}`]: MANAGE,
  [`GET ${MAILS}`]: MANAGE,
  [`GET ${MAILS_PATH}`]: MANAGE,
  [`GET ${MAIL_PATH}`]: MANAGE,
  [`GET ${MAIL_DOCUMENT_PATH}`]: MANAGE,
  [`GET ${PAUSE_MAILS_PATH}`]: MANAGE,
  [`POST ${PAUSE_MAILS_PATH}`]: MANAGE,
  [`GET ${RESUME_MAILS_PATH}`]: MANAGE,
  [`POST ${RESUME_MAILS_PATH}`]: MANAGE,
  [`POST ${RELEASE_ADDRESS_PATH}`]: MANAGE,
  'GET /aanmelden': OPEN,
  'GET /aanmelden/terug': OPEN,
  // Checks for itself that the form is ours: signing out must also work for a session that is over.
  'POST /afmelden': OPEN,
  'GET /afgemeld': OPEN,
  [`GET ${AGENDA_PATH}`]: OPEN,
  'GET /healthz': OPEN,
  [`GET ${STYLESHEET.path}`]: OPEN,
  [`GET ${PAGE_SCRIPT.path}`]: OPEN,
};

/** The route that will answer, as it was registered, or undefined where none will: `GET /traject/:id`. */
export function routeOf(c: Context): string | undefined {
  // Middleware is registered for every path; a route has a path of its own.
  const route = matchedRoutes(c).find(({ path }) => path !== '*' && path !== '/*');
  return route && `${route.method} ${route.path}`;
}
