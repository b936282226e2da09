import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Row } from '../../functions/adapters/record/table.ts';

/** Names and values of an expression, as DynamoDB takes them; values plain. */
export interface Placeholders {
  readonly names: Readonly<Record<string, string>>;
  readonly values: Row;
}

type Path = readonly string[];

/** Does a condition hold for a row? The part of DynamoDB's grammar that our adapters use; anything else throws. */
export function holds(condition: string | undefined, row: Row | undefined, given: Placeholders): boolean {
  if (!condition) return true;
  const tokens = condition.match(/[A-Za-z_#:][\w.#:]*|<=|>=|<>|[=<(),]/g) ?? [];
  const take = (expected?: string) => {
    const token = tokens.shift();
    if (token === undefined || (expected !== undefined && token !== expected))
      throw new Error(`"${condition}": ${token} instead of ${expected}`);
    return token;
  };
  const any = (): boolean => {
    let value = all();
    while (tokens[0] === 'OR') {
      take();
      const next = all();
      value = value || next;
    }
    return value;
  };
  const all = (): boolean => {
    let value = one();
    while (tokens[0] === 'AND') {
      take();
      const next = one();
      value = value && next;
    }
    return value;
  };
  const operand = (): unknown => {
    if (tokens[0] !== 'size') return readOperand(take(), row, given);
    take();
    take('(');
    const sized = readOperand(take(), row, given);
    take(')');
    return Array.isArray(sized) ? sized.length : undefined;
  };
  const one = (): boolean => {
    if (tokens[0] === '(') {
      take();
      const value = any();
      take(')');
      return value;
    }
    const exists = tokens[0] === 'attribute_exists';
    if (exists || tokens[0] === 'attribute_not_exists') {
      take();
      take('(');
      const there = readOperand(take(), row, given) !== undefined;
      take(')');
      return there === exists;
    }
    const left = operand();
    const comparison = take();
    const right = operand();
    // What is not there compares with nothing.
    if (left === undefined || right === undefined) return comparison === '<>' && left !== right;
    switch (comparison) {
      case '=':
        return JSON.stringify(left) === JSON.stringify(right);
      case '<>':
        return JSON.stringify(left) !== JSON.stringify(right);
      case '<':
        return (left as string) < (right as string);
      case '<=':
        return (left as string) <= (right as string);
      case '>=':
        return (left as string) >= (right as string);
      default:
        throw new Error(`"${condition}": ${comparison} is not known here`);
    }
  };
  const value = any();
  if (tokens.length > 0) throw new Error(`"${condition}": ${tokens.join(' ')} is left over`);
  return value;
}

/** The row after `SET a = :a, b = if_not_exists(b, :b), c = c + :one REMOVE d ADD e :e`. */
export function updated(expression: string, before: Row, given: Placeholders): Row {
  const row = structuredClone(before);
  const [, sets = '', removes = '', adds = ''] =
    /^(?:SET (.*?))?(?:\s*REMOVE (.*?))?(?:\s*ADD (.*))?$/.exec(expression) ?? [];
  const assignments = sets ? sets.split(/,\s*(?![^(]*\))/) : [];
  // All right sides are read before anything is written.
  const values = assignments.map((text): readonly [Path, unknown] => {
    const [left = '', right = ''] = text.split(/\s=\s/);
    return [pathOf(left.trim(), given), rightSide(right.trim(), before, given)];
  });
  for (const [path, value] of values) put(row, path, value);
  for (const text of adds ? adds.split(/,\s*/) : []) {
    const [name = '', by = ''] = text.trim().split(/\s+/);
    // What is not there counts as 0.
    put(row, pathOf(name, given), Number(readOperand(name, before, given) ?? 0) + Number(given.values[by]));
  }
  for (const name of removes ? removes.split(/,\s*/) : []) remove(row, pathOf(name.trim(), given));
  return row;
}

function rightSide(text: string, row: Row, given: Placeholders): unknown {
  const [, path, otherwise] = /^if_not_exists\(([^,]+),\s*(:\w+)\)$/.exec(text) ?? [];
  if (path && otherwise) return readOperand(path, row, given) ?? readOperand(otherwise, row, given);
  const [, augend, addend] = /^(\S+) \+ (:\w+)$/.exec(text) ?? [];
  if (augend && addend)
    return Number(readOperand(augend, row, given)) + Number(readOperand(addend, row, given));
  return readOperand(text, row, given);
}

function readOperand(text: string, row: Row | undefined, given: Placeholders): unknown {
  if (text.startsWith(':')) {
    if (!(text in given.values)) throw new Error(`${text} has no value`);
    return given.values[text];
  }
  return pathOf(text, given).reduce<unknown>((value, name) => (value as Row | undefined)?.[name], row);
}

function pathOf(text: string, { names }: Placeholders): Path {
  return text.split('.').map((part) => {
    if (!part.startsWith('#')) return part;
    const name = names[part];
    if (name === undefined) throw new Error(`${part} has no name`);
    return name;
  });
}

function put(row: Row, path: Path, value: unknown): void {
  const parent = path.slice(0, -1).reduce<Row | undefined>((at, name) => at?.[name] as Row | undefined, row);
  // As DynamoDB: it makes no maps on the way.
  if (!parent) throw new Error('The document path provided in the update expression is invalid for update');
  parent[path.at(-1)!] = structuredClone(value);
}

function remove(row: Row, path: Path): void {
  const parent = path.slice(0, -1).reduce<Row | undefined>((at, name) => at?.[name] as Row | undefined, row);
  if (parent) delete parent[path.at(-1)!];
}

/** As the SDK's commands carry them. */
export function placeholders(of: {
  readonly ExpressionAttributeNames?: Record<string, string> | undefined;
  readonly ExpressionAttributeValues?: Parameters<typeof unmarshall>[0] | undefined;
}): Placeholders {
  return {
    names: of.ExpressionAttributeNames ?? {},
    values: of.ExpressionAttributeValues ? unmarshall(of.ExpressionAttributeValues) : {},
  };
}
