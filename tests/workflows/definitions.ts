import type { Template } from 'aws-cdk-lib/assertions';
import { resources } from '../infra/synthesised.ts';

export interface Rule {
  readonly ErrorEquals: readonly string[];
  readonly Next?: string;
  readonly MaxAttempts?: number;
  readonly Output?: unknown;
}

export interface State {
  readonly Type: string;
  readonly QueryLanguage?: string;
  readonly Resource?: string;
  readonly Arguments?: Readonly<Record<string, unknown>>;
  readonly Output?: unknown;
  readonly TimeoutSeconds?: unknown;
  readonly Retry?: readonly Rule[];
  readonly Catch?: readonly Rule[];
  readonly Next?: string;
  readonly End?: boolean;
  readonly Default?: string;
  readonly Choices?: readonly { readonly Condition: string; readonly Next: string }[];
  readonly Items?: unknown;
  readonly MaxConcurrency?: number;
  readonly ItemProcessor?: Machine & { readonly ProcessorConfig: { readonly Mode: string } };
}

export interface Machine {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
  readonly QueryLanguage?: string;
  readonly TimeoutSeconds?: number;
}

/** The definition of the state machine whose logical id begins so, as Step Functions would get it. */
export function definitionOf(template: Template, machine: string): Machine {
  const found = resources(template, 'AWS::StepFunctions::StateMachine').find(([id]) =>
    id.startsWith(machine),
  );
  return JSON.parse(resolved(found?.[1].Properties.DefinitionString)) as Machine;
}

/** Every state of a machine, those inside its maps included, by name. */
export function allStates(machine: Machine): [name: string, state: State][] {
  return Object.entries(machine.States).flatMap(([name, state]): [string, State][] => [
    [name, state],
    ...(state.ItemProcessor ? allStates(state.ItemProcessor) : []),
  ]);
}

/** Deployment fills in names and ARNs; here placeholders of the same form stand for them. */
function resolved(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) throw new TypeError(`${String(value)} is no definition`);
  const [[intrinsic, argument] = []] = Object.entries(value);
  switch (intrinsic) {
    case 'Fn::Join':
      return (argument as [string, unknown[]])[1].map(resolved).join((argument as [string, unknown[]])[0]);
    case 'Ref':
      return argument === 'AWS::Partition' ? 'aws' : String(argument);
    case 'Fn::GetAtt':
      return `arn:aws:lambda:eu-west-1:111122223333:function:${(argument as [string])[0]}`;
    case 'Fn::ImportValue':
      return 'record-table';
    default:
      throw new TypeError(`${intrinsic} in a definition: say here what stands for it`);
  }
}
