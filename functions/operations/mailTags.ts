import { createHash } from 'node:crypto';
import { formatRoundId, parseRoundId } from '../domain/roundId.ts';
import type { MailOwner } from './ports.ts';

/** The row and key under which a mail's state is kept, as an SES event leads back to it. */
export interface MailRow {
  readonly owner: MailOwner;
  readonly key: string;
}

/** One message may be the reminder of several things; more rows than this are not led back to. */
const MOST_ROWS = 10;
const MILESTONE = 'milestone:';
const REPLANNING = 'replanning:';
const ITEM = 'item:';
const STATEMENT = 'statement:';
const MEMO = 'memo:';

/**
 * Tags of a message: `reason` is the hash that stands for this very mail, `row` (`row1`, `row2` …) leads back to its
 * states. SES allows only letters, digits, hyphens and underscores, at most 256 of them.
 */
export function mailTags(kind: string, rows: readonly MailRow[]): Record<string, string> {
  const texts = rows.map(rowText);
  return {
    kind,
    reason: createHash('sha256').update(texts.join('\n')).digest('hex').slice(0, 32),
    ...Object.fromEntries(
      texts
        .slice(0, MOST_ROWS)
        .map((text, index) => [index === 0 ? 'row' : `row${index}`, Buffer.from(text).toString('base64url')]),
    ),
  };
}

/** The rows a message's tags lead back to; none for another system's mail. */
export function readMailRows(tags: Readonly<Record<string, readonly string[]>>): MailRow[] {
  return Object.entries(tags)
    .filter(([name]) => /^row[0-9]*$/.test(name))
    .flatMap(([, [value]]) => readMailRow(value) ?? []);
}

function rowText({ owner, key }: MailRow): string {
  return JSON.stringify([owner.trajectory, ...placeOf(owner), key]);
}

function placeOf(owner: MailOwner): [string, string] {
  if ('milestone' in owner) return [`${MILESTONE}${owner.milestone}`, ''];
  if ('replanning' in owner) return [`${REPLANNING}${owner.replanning}`, ''];
  if ('item' in owner) return [`${ITEM}${owner.item}`, ''];
  if ('memo' in owner) return [`${MEMO}${owner.memo}`, ''];
  if ('statement' in owner) return [`${STATEMENT}${owner.statement}`, ''];
  return [formatRoundId(owner.round), owner.body ?? ''];
}

function ownerOf(trajectory: string, subject: string, body: string): MailOwner {
  if (subject.startsWith(MILESTONE)) return { trajectory, milestone: subject.slice(MILESTONE.length) };
  if (subject.startsWith(REPLANNING))
    return { trajectory, replanning: Number(subject.slice(REPLANNING.length)) };
  if (subject.startsWith(STATEMENT)) return { trajectory, statement: subject.slice(STATEMENT.length) };
  if (subject.startsWith(MEMO)) return { trajectory, memo: subject.slice(MEMO.length) };
  if (subject.startsWith(ITEM)) return { trajectory, item: subject.slice(ITEM.length) };
  return { trajectory, round: parseRoundId(subject), body: body || undefined };
}

function readMailRow(tag: string | undefined): MailRow | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(tag ?? '', 'base64url').toString('utf8'));
    if (!Array.isArray(parts) || parts.length !== 4 || !parts.every((part) => typeof part === 'string'))
      return undefined;
    const [trajectory, subject, body, key] = parts as [string, string, string, string];
    return { owner: ownerOf(trajectory, subject, body), key };
  } catch {
    return undefined;
  }
}
