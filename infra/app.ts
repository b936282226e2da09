import { join } from 'node:path';
import { App, Tags } from 'aws-cdk-lib';
import { bundleFunctions } from './bundleFunctions.ts';
import { readStageConfig } from './config.ts';
import { ChainStack } from './stacks/ChainStack.ts';
import { RecordStack } from './stacks/RecordStack.ts';

const config = readStageConfig(process.env);
const app = new App();
const bundles = join(app.outdir, 'bundles');
bundleFunctions(bundles);

const env = {
  region: process.env.CDK_DEFAULT_REGION ?? 'eu-west-1',
  ...(process.env.CDK_DEFAULT_ACCOUNT && { account: process.env.CDK_DEFAULT_ACCOUNT }),
};
const record = new RecordStack(app, `Besluitketen-${config.name}-Record`, config, { env });
new ChainStack(app, `Besluitketen-${config.name}-Chain`, config, {
  env,
  table: record.table,
  decisionLists: record.decisionLists,
  bundles,
});
Tags.of(app).add('project', 'besluitketen');
Tags.of(app).add('stage', config.name);
app.synth();
