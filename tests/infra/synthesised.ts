import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { handlerNames } from '../../infra/bundleFunctions.ts';
import { readStageConfig } from '../../infra/config.ts';
import { ChainStack } from '../../infra/stacks/ChainStack.ts';
import { RecordStack } from '../../infra/stacks/RecordStack.ts';

export interface Synthesised {
  readonly record: Template;
  readonly chain: Template;
  readonly recordStack: RecordStack;
}

export interface Resource {
  readonly Type: string;
  readonly Properties: Record<string, unknown>;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}

/** The stacks of a stage, with an empty bundle for each handler: what is in a bundle is not in a template. */
export function synthesise(
  stage: string,
  config = readStageConfig({ STAGE: stage, SENDER_ADDRESS: 'afzender@regio.example' }),
): Synthesised {
  const folder = mkdtempSync(join(tmpdir(), 'besluitketen-synth-'));
  try {
    const bundles = join(folder, 'bundles');
    for (const name of handlerNames()) {
      mkdirSync(join(bundles, name), { recursive: true });
      writeFileSync(join(bundles, name, 'index.mjs'), `export const handler = () => '${name}';\n`);
    }
    const app = new App({ outdir: join(folder, 'out') });
    const env = { account: '111122223333', region: 'eu-west-1' };
    const recordStack = new RecordStack(app, `Besluitketen-${stage}-Record`, config, { env });
    const chain = new ChainStack(app, `Besluitketen-${stage}-Chain`, config, {
      env,
      table: recordStack.table,
      decisionLists: recordStack.decisionLists,
      bundles,
    });
    return { record: Template.fromStack(recordStack), chain: Template.fromStack(chain), recordStack };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The resources of a type, by logical id. */
export function resources(template: Template, type: string): [id: string, resource: Resource][] {
  return Object.entries(template.findResources(type)) as [string, Resource][];
}
