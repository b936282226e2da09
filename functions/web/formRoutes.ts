import type { Hono } from 'hono';
import type { DecisionListStore } from '../operations/attachments/ports.ts';
import type { Executions } from '../operations/executions/ports.ts';
import type { PollStore } from '../operations/intake/pollPorts.ts';
import type {
  DeadLetters,
  ItemStore,
  MessageQueue,
  MessageStore,
  ProbeSender,
  ReportStore,
  SourceSecrets,
  SourceStore,
} from '../operations/intake/ports.ts';
import type { LedgerReading } from '../operations/ledger/ports.ts';
import type { StatementStore } from '../operations/ledger/statementPorts.ts';
import type { DrawMemoPdf, MemoStore } from '../operations/memo/ports.ts';
import type { Chain, Log, RecordStore, ReferenceData, WallClock } from '../operations/ports.ts';
import type { PortalEnv } from './access/visitor.ts';
import { addAnswerRoutes } from './answer/answerRoutes.tsx';
import { addDossierRoutes } from './dossier/dossierRoutes.tsx';
import { addExecutionRoutes } from './executions/executionRoutes.tsx';
import { addImportRoutes } from './imports/importRoutes.tsx';
import { addAddressRoutes } from './mails/addressRoutes.tsx';
import { addMailRoutes } from './mails/mailRoutes.tsx';
import { addDeadLetterRoutes } from './manage/deadLetterRoutes.tsx';
import { addSourceRoutes } from './manage/sourceRoutes.tsx';
import { addMemoRoutes } from './memo/memoRoutes.tsx';
import { addPlanRoutes } from './plan/planRoutes.tsx';
import { addSettingsRoute } from './settings/settingsRoute.tsx';
import type { StageSettings } from './settings/stageSettings.ts';
import { addStatementRoutes } from './statement/statementRoutes.tsx';
import { addTriageRoutes } from './triage/triageRoutes.tsx';

/** What only the pages with forms need. */
export interface FormStores {
  readonly sources: SourceStore;
  readonly messages: MessageStore;
  readonly polls: Pick<PollStore, 'pollState'>;
  readonly items: ItemStore;
  readonly reports: ReportStore;
  readonly secrets: Pick<SourceSecrets, 'read'>;
  readonly probes: ProbeSender;
  readonly queue: MessageQueue;
  readonly deadLetters: DeadLetters;
  readonly chain: Chain;
  readonly executions: Executions;
  readonly settings: StageSettings;
  readonly lists: Pick<DecisionListStore, 'read'>;
  readonly memos: MemoStore;
  readonly statements: StatementStore;
  readonly memoPdf: DrawMemoPdf;
}

export interface FormDependencies extends FormStores {
  readonly store: RecordStore;
  readonly reference: ReferenceData;
  readonly ledger: LedgerReading;
  readonly stage: string;
  /** Of the approval chain: where an execution is found in the console. */
  readonly chainArn: string | undefined;
  /** Of the portal, as people and sources know it. */
  readonly portalUrl: string;
  readonly log: Log;
  readonly now: WallClock;
}

/**
 * The pages with which somebody who is signed in changes something, and those that belong to them. They are served by a
 * function of their own, which may write; that of the other pages may not (infra/stacks/ChainStack.ts).
 */
export function addFormRoutes(app: Hono<PortalEnv>, deps: FormDependencies): void {
  addAnswerRoutes(app, deps);
  addTriageRoutes(app, deps);
  addSourceRoutes(app, deps);
  addDeadLetterRoutes(app, deps);
  addPlanRoutes(app, deps);
  addImportRoutes(app, deps);
  addExecutionRoutes(app, deps);
  addMailRoutes(app, deps);
  addAddressRoutes(app, deps);
  addSettingsRoute(app, deps);
  addDossierRoutes(app, deps);
  addMemoRoutes(app, deps);
  addStatementRoutes(app, deps);
}
