import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Table } from 'aws-cdk-lib/aws-dynamodb';
import { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { DefinitionBody, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { ChainDefinition } from '../functions/web/round/chainDefinition.ts';
import { approvalChain } from '../workflows/approval-chain.ts';
import { dailyWatch } from '../workflows/daily-watch.ts';
import { type DrawnMachine, drawDefinition, waysOf } from '../workflows/drawDefinition.ts';

/** What the portal draws on a round's page (functions/web/round). */
export const PORTAL_FILE = join(
  import.meta.dirname,
  '..',
  'functions',
  'web',
  'round',
  'chainDefinition.json',
);
const FILE = join(import.meta.dirname, '..', 'docs', 'chain.md');

/** The pictures of docs/chain.md, drawn from the definitions that are deployed. */
export function drawStateMachines(): Readonly<Record<string, string>> {
  const stack = new Stack(new App(), 'Drawing');
  const called = (name: string) =>
    LambdaFunction.fromFunctionName(stack, name, name) as unknown as LambdaFunction;
  const chain = drawableChain(stack);
  const watch = definitionOf(
    stack,
    'Watch',
    dailyWatch(stack, { findWatchDays: called('find'), watchDay: called('watch') }),
  );
  const asking = chain.States.CollegesDecide?.ItemProcessor;
  if (!asking) throw new Error('the chain has no CollegesDecide');
  return {
    'approval-chain': drawDefinition(chain),
    'one-body': drawDefinition(asking),
    'daily-watch': drawDefinition(watch),
  };
}

function definitionOf(
  stack: Stack,
  id: string,
  chainable: Parameters<typeof DefinitionBody.fromChainable>[0],
): DrawnMachine {
  const machine = new StateMachine(stack, id, { definitionBody: DefinitionBody.fromChainable(chainable) });
  const resource = machine.node.defaultChild as unknown as { definitionString: string };
  const resolved = stack.resolve(resource.definitionString) as string | { 'Fn::Join': [string, unknown[]] };
  // Names and ARNs are filled in at deployment; the picture has none.
  const text =
    typeof resolved === 'string'
      ? resolved
      : resolved['Fn::Join'][1].map((part) => (typeof part === 'string' ? part : 'x')).join('');
  return JSON.parse(text) as DrawnMachine;
}

/** The approval chain without its conditions and calls: which states it has, and where each can lead. */
export function definitionForPortal(): ChainDefinition {
  const { StartAt, States } = drawableChain(new Stack(new App(), 'Drawing'));
  return {
    start: StartAt,
    states: Object.entries(States).map(([name, { Type }]) => ({ name, type: Type })),
    ways: Object.entries(States).flatMap(([from, state]) => waysOf(state).map((to) => ({ from, to }))),
  };
}

function drawableChain(stack: Stack): DrawnMachine {
  const table = Table.fromTableName(stack, 'Record', 'record') as Table;
  const weighRound = LambdaFunction.fromFunctionName(stack, 'weigh', 'weigh') as unknown as LambdaFunction;
  return definitionOf(stack, 'Chain', approvalChain(stack, { table, weighRound }));
}

/** Puts each picture between its marks in a page. */
export function withPictures(page: string, pictures: Readonly<Record<string, string>>): string {
  return Object.entries(pictures).reduce(
    (text, [name, picture]) =>
      text.replace(
        new RegExp(`<!-- ${name} -->[\\s\\S]*?<!-- /${name} -->`),
        // By a function: a dollar sign in a condition is no pattern of `replace`.
        () => `<!-- ${name} -->\n\`\`\`mermaid\n${picture}\n\`\`\`\n<!-- /${name} -->`,
      ),
    page,
  );
}

if (process.argv[1] === import.meta.filename) {
  writeFileSync(FILE, withPictures(readFileSync(FILE, 'utf8'), drawStateMachines()));
  writeFileSync(PORTAL_FILE, `${JSON.stringify(definitionForPortal(), undefined, 2)}\n`);
}
