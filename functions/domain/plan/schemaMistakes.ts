import * as z from 'zod';
import type { Finding } from './planMistake.ts';
import { type Plan, planSchema } from './schema.ts';

type Issue = z.core.$ZodIssue;

/** Checks each field by itself; every issue of the schema becomes a Dutch sentence with its remedy. */
export function checkSchema(data: unknown): { readonly plan: Plan } | { readonly findings: Finding[] } {
  // What the schema says in Dutch stays; where it says nothing, the sentence is made here from the issue itself.
  const result = planSchema.safeParse(data, { error: () => '' });
  return result.success
    ? { plan: result.data }
    : { findings: result.error.issues.flatMap((issue) => findingsOf(issue, [], data)) };
}

function findingsOf(issue: Issue, before: readonly PropertyKey[], data: unknown): Finding[] {
  const path = [...before, ...issue.path].map((step) => (typeof step === 'number' ? step : String(step)));
  const value = valueAt(data, path);
  if (issue.code === 'unrecognized_keys') {
    const block = schemaAt(path);
    const known = block instanceof z.ZodObject ? Object.keys(block.shape).join(', ') : '';
    return issue.keys.map((key) => ({
      path: [...path, key],
      problem: `De sleutel ${shown(key)} bestaat hier niet.`,
      remedy: `Haal hem weg of verbeter hem; hier kan: ${known}.`,
    }));
  }
  if (issue.code === 'invalid_union' && Array.isArray(value)) {
    // One name or a list of names: a list was meant, so say what is wrong inside it.
    const ofList = issue.errors.find((errors) =>
      errors.every((error) => error.path.length > 0 || error.code === 'too_small'),
    );
    if (ofList && ofList.length > 0) return ofList.flatMap((error) => findingsOf(error, path, data));
  }
  return [{ path, problem: problemOf(path, value), remedy: remedyOf(issue, path, value) }];
}

function problemOf(path: readonly (string | number)[], value: unknown): string {
  const last = path.at(-1);
  if (last === undefined) return value == null ? 'Het plan is leeg.' : 'Het plan is geen blok met sleutels.';
  if (typeof last === 'number')
    return `Nummer ${last + 1} van deze lijst is ${shown(value)}; dat kan hier niet.`;
  if (value === undefined) return `De sleutel "${last}" ontbreekt.`;
  return `${shown(last)} is ${shown(value)}; dat kan hier niet.`;
}

function remedyOf(issue: Issue, path: readonly (string | number)[], value: unknown): string {
  const expected = expectedBy(issue, path);
  if (typeof value === 'number' || typeof value === 'boolean') {
    if (issue.code === 'invalid_type' && issue.expected === 'string') {
      return `Zet het tussen aanhalingstekens: "${value}".`;
    }
  }
  return value === undefined ? `Voeg hem toe; bedoeld is: ${expected}.` : `Bedoeld is: ${expected}.`;
}

/** What belongs in the place of an issue, as the end of a Dutch sentence. */
function expectedBy(issue: Issue, path: readonly (string | number)[]): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.expected === 'string') return `tekst${formAt(path)}`;
      return TYPES[issue.expected] ?? issue.expected;
    case 'invalid_value': {
      const values = issue.values.map(String).join(', ');
      return issue.values.length === 1 && issue.message
        ? `${values} (${issue.message})`
        : issue.message || values;
    }
    case 'too_small':
      return issue.message || `minstens ${issue.minimum}${UNITS[issue.origin] ?? ''}`;
    case 'too_big':
      return issue.message || `hoogstens ${issue.maximum}${UNITS[issue.origin] ?? ''}`;
    case 'invalid_union':
      return issue.message || 'één naam of een lijst van namen';
    default:
      return issue.message || 'wat docs/plan-format.md hier beschrijft';
  }
}

const TYPES: Readonly<Record<string, string>> = {
  number: 'een getal',
  int: 'een heel getal',
  boolean: 'true of false',
  array: 'een lijst, elk onderdeel met een streepje ervoor',
  object: 'een blok met sleutels',
};

/** What the schema asks of the text at a path: what it says of an empty one. */
function formAt(path: readonly (string | number)[]): string {
  const schema = schemaAt(path);
  if (!(schema instanceof z.ZodType)) return '';
  const asked = schema.safeParse('', { error: () => '' }).error?.issues[0]?.message;
  return asked ? `, ${asked}` : '';
}

const UNITS: Readonly<Record<string, string>> = { string: ' tekens', array: ' onderdelen' };

/** A value short enough to stand in a sentence; quoted, so that spaces and control characters show. */
function shown(value: unknown): string {
  if (value == null) return 'leeg';
  if (Array.isArray(value)) return `een lijst van ${value.length}`;
  if (typeof value === 'object') return 'een blok';
  if (typeof value !== 'string') return String(value);
  return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
}

function valueAt(data: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? (value as Record<string | number, unknown>)[step]
        : undefined,
    data,
  );
}

/** The schema of what stands at a path, without "optional" and "default" around it. */
function schemaAt(path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (schema, step) =>
      withoutWrapper(
        schema instanceof z.ZodArray
          ? schema.element
          : schema instanceof z.ZodObject
            ? schema.shape[step]
            : undefined,
      ),
    planSchema,
  );
}

function withoutWrapper(schema: unknown): unknown {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
    ? withoutWrapper(schema.unwrap())
    : schema;
}
