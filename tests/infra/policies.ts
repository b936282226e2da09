import type { Template } from 'aws-cdk-lib/assertions';
import { type Resource, resources } from './synthesised.ts';

interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** What each role may do, as `action resource`, by the function or machine (or schedule) that has the role. */
export function grants(template: Template): Readonly<Record<string, readonly string[]>> {
  const found = new Map(resources(template, 'AWS::IAM::Role').map(([id]) => [ownerOf(id), [] as string[]]));
  for (const [id, { Properties }] of resources(template, 'AWS::IAM::Policy')) {
    const { Statement } = Properties.PolicyDocument as { Statement: readonly Statement[] };
    for (const { Effect, Action, Resource: resource, Condition } of Statement) {
      if (Effect !== 'Allow') throw new Error(`${id} has a statement that does not allow`);
      const lines = [Action]
        .flat()
        .flatMap((action) =>
          [resource].flat().map((each) => `${action} ${nameOf(each)}${conditionOf(Condition)}`),
        );
      found.get(ownerOf(id))?.push(...lines);
    }
  }
  return Object.fromEntries([...found].map(([owner, lines]) => [owner, lines.sort()]));
}

/** ` where dynamodb:LeadingKeys is A`, or nothing: who may do it only then. */
function conditionOf(condition: Statement['Condition'] = {}): string {
  const parts = Object.values(condition).flatMap((tests) =>
    Object.entries(tests).map(([key, values]) => `${key} is ${[values].flat().join(' or ')}`),
  );
  return parts.length > 0 ? ` where ${parts.join(' and ')}` : '';
}

/** Policies of AWS itself that a role has, by the end of their names. */
export function managedPolicies(role: Resource): string[] {
  return ((role.Properties.ManagedPolicyArns ?? []) as unknown[]).map(
    (arn) => nameOf(arn).split('/').at(-1) ?? '',
  );
}

export function inlinePolicies(role: Resource): readonly unknown[] {
  return (role.Properties.Policies ?? []) as readonly unknown[];
}

/** `MoveOnFunctionServiceRoleDefaultPolicy…` and `ApprovalChainRole…` → who they are for. */
export function ownerOf(logicalId: string): string {
  return logicalId.replace(/(Function)?(Service)?Role.*/, '');
}

/** A resource as it would be named in a deployed stack, with words for what deployment fills in. */
function nameOf(resource: unknown): string {
  if (typeof resource === 'string') return resource;
  const [[intrinsic, argument] = []] = Object.entries(resource as object);
  switch (intrinsic) {
    case 'Fn::Join':
      return (argument as [string, unknown[]])[1].map(nameOf).join('');
    case 'Fn::ImportValue':
      if (String(argument).includes('DecisionLists')) return '<decision-lists>';
      return String(argument).includes('StreamArn') ? '<stream>' : '<record>';
    case 'Fn::GetAtt':
      return `<${ownName((argument as [string])[0])}>`;
    case 'Ref':
      return argument === 'AWS::Partition' ? 'aws' : `<${ownName(String(argument))}>`;
    default:
      throw new TypeError(`${intrinsic} in a policy: say here what stands for it`);
  }
}

/** A logical id without the hash that CDK puts behind it. */
function ownName(logicalId: string): string {
  return logicalId.replace(/[0-9A-F]{8}$/, '').replace(/Function$/, '');
}
