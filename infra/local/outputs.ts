import {
  type CloudFormationClient,
  paginateDescribeStacks,
  type Stack,
} from '@aws-sdk/client-cloudformation';
import { LocalCloudError } from './localCloudError.ts';

/** What the deployed stacks tell about themselves, by output name, e.g. `SenderAddress`. */
export type StackOutputs = Record<string, string>;

/** The stack that `cdk bootstrap` makes. */
const toolkit = 'CDKToolkit';

export interface Deployed {
  bootstrapped: boolean;
  outputs: StackOutputs;
}

/** Asks the cloud which stacks it has. */
export async function readDeployed(client: CloudFormationClient): Promise<Deployed> {
  const stacks: Stack[] = [];
  for await (const page of paginateDescribeStacks({ client }, {})) stacks.push(...(page.Stacks ?? []));
  return {
    bootstrapped: stacks.some(
      (stack) => stack.StackName === toolkit && stack.StackStatus?.endsWith('_COMPLETE'),
    ),
    outputs: outputsOf(stacks),
  };
}

/** The outputs meant for us: not the toolkit's, nor those by which the CDK carries a value from stack to stack. */
export function outputsOf(stacks: readonly Pick<Stack, 'StackName' | 'Outputs'>[]): StackOutputs {
  const outputs: StackOutputs = {};
  for (const stack of stacks) {
    if (stack.StackName === toolkit) continue;
    for (const { OutputKey: key, OutputValue: value } of stack.Outputs ?? []) {
      if (key !== undefined && value !== undefined && !key.startsWith('ExportsOutput')) outputs[key] = value;
    }
  }
  return outputs;
}

/** Throws MISSING_OUTPUT: the stacks and this code disagree. */
export function demandOutput(outputs: StackOutputs, name: string): string {
  const value = outputs[name];
  if (value !== undefined) return value;
  throw new LocalCloudError(
    'MISSING_OUTPUT',
    `De uitgerolde stacks hebben geen uitvoer '${name}'; controleer infra/stacks.`,
  );
}
