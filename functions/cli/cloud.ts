import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import * as z from 'zod';
import { createRecordStore } from '../adapters/record/createRecordStore.ts';
import { createLedgerStore } from '../adapters/record/ledger.ts';
import { createMemoStore } from '../adapters/record/memos.ts';
import { createReferenceData } from '../adapters/record/referenceData.ts';
import { createStatementStore } from '../adapters/record/statements.ts';
import { createTable } from '../adapters/record/table.ts';
import { createStepFunctionsChain } from '../adapters/stepFunctionsChain.ts';
import { Refusal } from '../domain/refusal.ts';
import type { LedgerStore } from '../operations/ledger/ports.ts';
import type { StatementStore } from '../operations/ledger/statementPorts.ts';
import type { MemoStore } from '../operations/memo/ports.ts';
import type { Chain, RecordStore, ReferenceData } from '../operations/ports.ts';

const ENVIRONMENT_FILE = join(import.meta.dirname, '..', '..', '.local', 'environment.json');

/** How SDK clients reach the stage: the local cloud, or AWS with the person's ordinary credentials. */
export interface ClientSettings {
  readonly endpoint?: string;
  readonly region?: string;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

const outputsSchema = z.object({
  TableName: z.string(),
  ChainArn: z.string(),
  WatchArn: z.string(),
  PortalUrl: z.string(),
  QueueUrl: z.string(),
  DeadLetterQueueUrl: z.string(),
  DecisionListsBucket: z.string(),
  /** Absent where the stage has an issuer of its own. */
  UserPoolId: z.string().optional(),
});
export type Outputs = z.infer<typeof outputsSchema>;

export interface Cloud {
  readonly stage: string;
  readonly settings: ClientSettings;
  readonly outputs: Outputs;
  readonly store: RecordStore;
  readonly reference: ReferenceData;
  readonly ledger: LedgerStore;
  readonly statements: StatementStore;
  readonly memos: MemoStore;
  readonly chain: Chain;
}

/** Connects to the deployed stacks of a stage. Refuses UNAVAILABLE and NOT_DEPLOYED. */
export async function connect(
  stage: string,
  settings: ClientSettings = stage === 'local' ? localSettings(process.env) : {},
): Promise<Cloud> {
  const outputs = await readOutputs(stage, settings);
  const table = createTable(outputs.TableName, settings);
  return {
    stage,
    settings,
    outputs,
    store: createRecordStore(table),
    reference: createReferenceData(table),
    ledger: createLedgerStore(table),
    statements: createStatementStore(table),
    memos: createMemoStore(table),
    chain: createStepFunctionsChain(outputs.ChainArn, settings),
  };
}

/** The local cloud that runs: named by the environment, else the one `npm start` of this checkout wrote down. */
export function localSettings(environment: NodeJS.ProcessEnv): ClientSettings {
  return {
    endpoint:
      environment.AWS_ENDPOINT_URL ??
      startedHere() ??
      `http://127.0.0.1:${environment.LOCAL_CLOUD_PORT ?? '4566'}`,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  };
}

function startedHere(): string | undefined {
  try {
    const file = z
      .object({ endpoint: z.url() })
      .safeParse(JSON.parse(readFileSync(ENVIRONMENT_FILE, 'utf8')));
    return file.data?.endpoint;
  } catch {
    return undefined;
  }
}

async function readOutputs(stage: string, settings: ClientSettings): Promise<Outputs> {
  const client = new CloudFormationClient({ ...settings, maxAttempts: 2 });
  const name = `Besluitketen-${stage}-Chain`;
  try {
    const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: name }));
    const outputs = Object.fromEntries(
      (Stacks?.[0]?.Outputs ?? []).map((each) => [each.OutputKey, each.OutputValue]),
    );
    return outputsSchema.parse(outputs);
  } catch (error) {
    throw explain(error, stage);
  } finally {
    client.destroy();
  }
}

function explain(error: unknown, stage: string): Refusal {
  const name = error instanceof Error ? error.name : '';
  if (name === 'ValidationError' || name === 'ZodError') {
    return new Refusal(
      'NOT_DEPLOYED',
      `Stage "${stage}" is nog niet uitgerold; ${stage === 'local' ? 'start de lokale cloud met: npm start' : 'zie README.md, "Deploy"'}.`,
    );
  }
  return new Refusal(
    'UNAVAILABLE',
    stage === 'local'
      ? 'De lokale cloud draait niet; start hem met: npm start.'
      : `Stage "${stage}" is niet bereikbaar met deze AWS-gegevens (${name}).`,
  );
}
