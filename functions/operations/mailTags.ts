import { createHash } from 'node:crypto';
import { formatRoundId, parseRoundId } from '../domain/roundId.ts';
import type { MailOwner } from './ports.ts';

/** The row and key under which a mail's state is kept, as an SES event leads back to it. */
interface MailRow {
  readonly owner: MailOwner;
  readonly key: string;
}

/**
 * Tags of a message: `reason` is the hash that stands for this very mail, `row` leads back to its state. SES
 * allows only letters, digits, hyphens and underscores, at most 256 of them.
 */
export function mailTags(owner: MailOwner, kind: string, key: string): Record<string, string> {
  const row = JSON.stringify([owner.trajectory, ...placeOf(owner), key]);
  return {
    kind,
    reason: createHash('sha256').update(row).digest('hex').slice(0, 32),
    row: Buffer.from(row).toString('base64url'),
  };
}

/** Reads the `row` tag; anything else (another system's mail) is undefined. */
export function readMailRow(tag: string | undefined): MailRow | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(tag ?? '', 'base64url').toString('utf8'));
    if (!Array.isArray(parts) || parts.length !== 4 || !parts.every((part) => typeof part === 'string'))
      return undefined;
    const [trajectory, place, body, key] = parts as [string, string, string, string];
    const version = /^replanning-([0-9]+)$/.exec(place)?.[1];
    if (version) return { owner: { trajectory, replanning: Number(version) }, key };
    return { owner: { trajectory, round: parseRoundId(place), body: body || undefined }, key };
  } catch {
    return undefined;
  }
}

function placeOf(owner: MailOwner): [place: string, body: string] {
  if ('replanning' in owner) return [`replanning-${owner.replanning}`, ''];
  return [formatRoundId(owner.round), owner.body ?? ''];
}
