import type { z } from 'zod';
import * as keys from '../../functions/adapters/record/keys.ts';
import { dayOf } from '../../functions/domain/calendar/days.ts';
import { isWeighed } from '../../functions/domain/decision/correct.ts';
import { markedAddressSchema } from '../../functions/domain/mails/markedAddress.ts';
import { planHash } from '../../functions/domain/plan/planHash.ts';
import { type Plan, planSchema } from '../../functions/domain/plan/schema.ts';
import { replanningSchema } from '../../functions/domain/replan/replanning.ts';
import {
  type DecisionRequest,
  type MailState,
  requestSchema,
  roundSchema,
  SCHEMA_VERSION,
} from '../../functions/domain/round/round.ts';
import { parseRoundId } from '../../functions/domain/roundId.ts';
import {
  type AuditEntry,
  auditEntrySchema,
  flagSchema,
  milestoneRowSchema,
  planRowSchema,
  trajectorySchema,
} from '../../functions/domain/trajectory.ts';
import { Unavailable } from '../../functions/domain/unavailable.ts';
import type { RecordStore } from '../../functions/operations/ports.ts';

type Row = Record<string, unknown>;

/** One item of a transaction: the row as it becomes, on a condition on the row as it is. */
interface Write {
  readonly key: keys.Key;
  readonly when: (row: Row | undefined) => boolean;
  /** Absent: the row is only looked at. */
  readonly becomes?: (row: Row) => Row;
}

export interface MemoryStore extends RecordStore {
  /**
   * Runs once, right before the next call of this method touches the table: a race, or (thrown) a failure.
   * Gives the way to take it back when no call came.
   */
  before(method: keyof RecordStore, action: () => unknown): () => void;
  /** The chain's `putItem`: asks a body that has no request yet. */
  ask(request: DecisionRequest, token: string): boolean;
  /** The chain's `updateItem`: puts this token on a request that is open, by this epoch or a later one. */
  join(request: DecisionRequest, token: string): boolean;
  /** Every row, for "nothing was changed" and "the same rows". */
  snapshot(): Record<string, Row>;
}

/** A plan never changes under its hash: read once, as the adapter does. */
const plans = new Map<string, Plan>();

/**
 * The record in memory, with the conditions of functions/adapters/record/*Writes.ts: what is
 * changed there must be changed here. Every row is parsed when it is read, as the adapter does. The tests
 * against the local cloud run the adapter itself.
 */
export function createMemoryStore(from: Readonly<Record<string, Row>> = {}): MemoryStore {
  const rows = new Map(Object.entries(from));
  const hooks: [keyof RecordStore, () => unknown][] = [];

  const nameOf = ({ pk, sk }: keys.Key) => `${pk} ${sk}`;
  const get = (key: keys.Key) => rows.get(nameOf(key));
  const write = (...items: Write[]): boolean => {
    if (!items.every(({ key, when }) => when(get(key)))) return false;
    for (const { key, becomes } of items) if (becomes) rows.set(nameOf(key), plain(becomes(get(key) ?? {})));
    return true;
  };
  const within = (pk: string, prefix = '') =>
    [...rows]
      .filter(([name]) => name.startsWith(`${pk} ${prefix}`))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, row]) => row);
  const ofTrajectory = (id: string, prefix: string) => within(keys.trajectoryKey(id).pk, prefix);
  const read = <T>(schema: z.ZodType<T>, row: Row | undefined): T | undefined => row && parsed(schema, row);
  const readAll = <T>(schema: z.ZodType<T>, found: Row[]): T[] => found.map((row) => parsed(schema, row));
  const inIndex = (openIn: string) =>
    [...rows].filter(([, row]) => row.openIn === openIn).map(([name]) => name);
  const ownerKey = keys.mailOwnerKey;
  const mailsOf = (row: Row | undefined) => (row?.mails ?? {}) as Record<string, MailState>;

  const put = (key: keys.Key, row: object, when: Write['when'] = (at) => at === undefined): Write => ({
    key,
    when,
    becomes: () => ({ ...row }),
  });
  const putAudit = (entry: AuditEntry) => put(keys.auditKey(entry.trajectory, entry.at, entry.id), entry);
  const putRound = (round: Parameters<RecordStore['advanceRound']>[0]) =>
    put(keys.roundKey(round.trajectory, round), { ...round, openIn: keys.openRoundsOf(round.trajectory) });
  const set = (
    key: keys.Key,
    when: Write['when'],
    changes: object,
    remove: readonly string[] = [],
  ): Write => ({
    key,
    when,
    becomes: (row) =>
      Object.fromEntries(
        Object.entries({ ...row, ...plain(changes) }).filter(([name]) => !remove.includes(name)),
      ),
  });

  /** Writes nothing, and lets its transaction through only while the row is so. */
  const check = (key: keys.Key, holds: Write['when']): Write => ({ key, when: holds });
  const underPlan = (trajectory: string, hash: string) =>
    check(keys.trajectoryKey(trajectory), (row) => row?.planHash === hash);
  const keyOfRequest = (request: DecisionRequest) =>
    keys.requestKey(request.trajectory, request.round, request.body);
  const closing = (request: DecisionRequest): Write =>
    set(keyOfRequest(request), (at) => at?.status === 'open', { status: 'closed', lastWrite: 'closed' });

  const store: RecordStore = {
    trajectory: async (id) => read(trajectorySchema, get(keys.trajectoryKey(id))),
    plan: async ({ id, planHash: hash }) => {
      const row = read(planRowSchema, get(keys.planKey(id, hash)));
      if (!row) throw new RangeError(`trajectory ${id} has no plan ${hash}`);
      const known = plans.get(row.plan) ?? planSchema.parse(JSON.parse(row.plan));
      plans.set(row.plan, known);
      return known;
    },
    milestones: async (id) => readAll(milestoneRowSchema, ofTrajectory(id, 'MILESTONE#')),
    milestone: async (trajectory, id) => read(milestoneRowSchema, get(keys.milestoneKey(trajectory, id))),
    round: async (trajectory, round) => read(roundSchema, get(keys.roundKey(trajectory, round))),
    rounds: async (id) => readAll(roundSchema, ofTrajectory(id, 'ROUND#')),
    request: async (trajectory, round, body) =>
      read(requestSchema, get(keys.requestKey(trajectory, round, body))),
    requestsOfRound: async (trajectory, round) =>
      readAll(requestSchema, ofTrajectory(trajectory, keys.requestsOfRound(round))),
    requests: async (id) => readAll(requestSchema, ofTrajectory(id, 'REQUEST#')),
    replannings: async (id) => readAll(replanningSchema, ofTrajectory(id, 'REPLAN#')),
    replanning: async (trajectory, version) =>
      read(replanningSchema, get(keys.replanningKey(trajectory, version))),
    flags: async (id) => readAll(flagSchema, ofTrajectory(id, 'FLAG#')),
    openFlags: async (id) => {
      const open = inIndex(keys.openFlagsOf(id)).map((name) => rows.get(name)!);
      return readAll(flagSchema, open).filter(({ resolvedAt }) => !resolvedAt);
    },
    audit: async (id) => readAll(auditEntrySchema, within(keys.auditPartition(id))),
    auditPage: async (id, { from = '', before = '~', after, most }) => {
      const behind = after ? `${after.at}#${after.id}` : '~';
      const older = readAll(auditEntrySchema, within(keys.auditPartition(id)))
        .filter(({ at, id: own }) => at >= from && at < before && `${at}#${own}` < behind)
        .reverse();
      return { entries: older.slice(0, most), more: older.length > most };
    },
    activeTrajectories: async (clock) =>
      inIndex(keys.activeTrajectoriesOf(clock)).map((name) =>
        keys.trajectoryOfPartition(name.split(' ')[0] ?? ''),
      ),
    allTrajectories: async (clock) =>
      [keys.activeTrajectoriesOf(clock), keys.finishedTrajectoriesOf(clock)]
        .flatMap(inIndex)
        .map((name) => keys.trajectoryOfPartition(name.split(' ')[0] ?? ''))
        .sort(),
    openRounds: async (id) =>
      inIndex(keys.openRoundsOf(id)).map((name) => keys.roundOfSortKey(name.split(' ')[1] ?? '')),

    startTrajectory: async (trajectory, plan, audit) =>
      write(
        put(keys.trajectoryKey(trajectory.id), {
          ...trajectory,
          openIn: keys.activeTrajectoriesOf(trajectory.clock),
        }),
        put(keys.planKey(trajectory.id, planHash(plan)), {
          kind: 'plan',
          schemaVersion: SCHEMA_VERSION,
          hash: planHash(plan),
          plan: JSON.stringify(plan),
        }),
        putAudit(audit),
      ),
    openMilestone: async (row, round, audit, hash) =>
      write(
        underPlan(row.trajectory, hash),
        put(keys.milestoneKey(row.trajectory, row.id), row),
        ...(round ? [putRound(round)] : []),
        ...audit.map(putAudit),
      ),
    completeMilestone: async ({ openedAt: _kept, ...row }, audit) =>
      write(
        set(keys.milestoneKey(row.trajectory, row.id), (at) => !at || at.status === 'open', row),
        ...(audit ? [putAudit(audit)] : []),
      ),
    writeAnswer: async (request, before, audit) => {
      const key = keys.requestKey(request.trajectory, request.round, request.body);
      if (!before) {
        const round = keys.roundKey(request.trajectory, parseRoundId(request.round));
        if (get(round)?.status !== 'open') return false;
        return write(put(key, request), putAudit(audit));
      }
      const {
        status,
        deferrals,
        outcome,
        decidedOn,
        recordedAt,
        reference,
        note,
        embargo,
        decisionId,
        by,
        via,
      } = request;
      const changes = {
        status,
        deferrals,
        outcome,
        decidedOn,
        recordedAt,
        reference,
        note,
        embargo,
        decisionId,
        by,
        via,
        lastWrite: request.lastWrite,
      };
      const when = (at: Row | undefined) =>
        at?.status === 'open' && (at.deferrals as unknown[]).length === before.deferrals.length;
      return write(set(key, when, changes), putAudit(audit));
    },
    writeAttachment: async (request, attachment, audit) =>
      write(
        set(
          keyOfRequest(request),
          (at) => at !== undefined && at.decisionId === request.decisionId && at.attachment === undefined,
          { attachment, lastWrite: 'attached' },
        ),
        putAudit(audit),
      ),
    advanceRound: async (round, advance, audit) =>
      write(
        set(
          keys.roundKey(round.trajectory, round),
          (at) =>
            at?.status === 'open' &&
            at.epoch === round.epoch &&
            at.stage === round.stage &&
            (at.corrections ?? 0) === (round.corrections ?? 0),
          { ...advance, faults: 0 },
        ),
        putAudit(audit),
      ),
    raiseEpoch: async (round, faults, audit) =>
      write(
        set(
          keys.roundKey(round.trajectory, round),
          (at) => at?.status === 'open' && at.epoch === round.epoch,
          { epoch: round.epoch + 1, faults, lastWrite: 'resumed' },
        ),
        putAudit(audit),
      ),
    markStarted: async (round, at) =>
      write(
        set(
          keys.roundKey(round.trajectory, round),
          (row) => row !== undefined && (row.startedEpoch as number) < round.epoch,
          { startedEpoch: round.epoch, startedAt: at, lastWrite: 'started' },
        ),
      ),
    markWoken: async (request, at) =>
      write(
        set(
          keys.requestKey(request.trajectory, request.round, request.body),
          (row) => row !== undefined && row.token === request.token && row.wokenAt === undefined,
          { wokenAt: at, lastWrite: 'woken' },
        ),
      ),
    writeRevision: async (divided, next, audit, hash) =>
      write(
        underPlan(divided.trajectory, hash),
        set(
          keys.roundKey(divided.trajectory, divided),
          (at) => at?.status === divided.status && at.revisedAt === undefined,
          { revisedAt: next.openedAt, lastWrite: 'revised' },
        ),
        putRound(next),
        putAudit(audit),
      ),
    writeCorrection: async (request, before, round, audit) => {
      const { outcome, decidedOn, recordedAt, decisionId, by, via, reference, note, embargo, corrections } =
        request;
      const changed = {
        ...{ outcome, decidedOn, recordedAt, decisionId, by, via, reference, note, embargo, corrections },
      };
      return write(
        set(
          keyOfRequest(request),
          (at) => at?.status === 'decided' && at.decisionId === before.decisionId,
          { ...changed, lastWrite: request.lastWrite },
          [...(reference ? [] : ['reference']), ...(note ? [] : ['note']), ...(embargo ? [] : ['embargo'])],
        ),
        ...(isWeighed(round, request)
          ? []
          : [
              set(
                keys.roundKey(round.trajectory, round),
                (at) =>
                  at?.status === 'open' &&
                  (at.stage as number) <= request.stage &&
                  (at.corrections ?? 0) === (round.corrections ?? 0),
                { corrections: (round.corrections ?? 0) + 1, lastWrite: 'answer-corrected' },
              ),
            ]),
        putAudit(audit),
      );
    },
    writeWithdrawal: async (round, reason, at, audit, byPlan) =>
      write(
        set(
          keys.roundKey(round.trajectory, round),
          (row) => row?.status === round.status && row.revisedAt === undefined,
          {
            status: 'withdrawn',
            withdrawnBecause: reason,
            withdrawnByPlan: byPlan,
            closedAt: at,
            lastWrite: 'withdrawn',
          },
        ),
        putAudit(audit),
      ),
    closeRequest: async (request) => write(closing(request)),
    stageHistory: async (trajectory, past) => {
      const staged = { lastWrite: 'staged' };
      if (get(keys.trajectoryKey(trajectory))) return;
      const of = [keys.trajectoryKey(trajectory).pk, keys.auditPartition(trajectory)];
      for (const name of [...rows.keys()]) if (of.includes(name.split(' ')[0] ?? '')) rows.delete(name);
      const always = () => true;
      write(
        ...past.milestones.map((row) =>
          put(keys.milestoneKey(trajectory, row.id), { ...row, ...staged }, always),
        ),
        ...past.rounds.map((row) => {
          const owed = row.status === 'open' || (row.status === 'handed-over' && !row.revisedAt);
          const openIn = owed ? { openIn: keys.openRoundsOf(trajectory) } : {};
          return put(keys.roundKey(trajectory, row), { ...row, ...staged, ...openIn }, always);
        }),
        ...past.requests.map((row) => put(keyOfRequest(row), { ...row, ...staged }, always)),
        ...past.audit.map((row) => put(keys.auditKey(trajectory, row.at, row.id), row, always)),
      );
    },
    stagePlan: async (trajectory, plan) => {
      const hash = planHash(plan);
      const row = { kind: 'plan', schemaVersion: SCHEMA_VERSION, hash, plan: JSON.stringify(plan) };
      write(put(keys.planKey(trajectory, hash), row));
    },
    writeReplanning: async (seen, title, replanning, { rounds, milestones, requests }, audit) =>
      write(
        set(keys.trajectoryKey(seen.id), (row) => row?.planVersion === seen.planVersion, {
          title,
          planHash: replanning.planHash,
          planVersion: replanning.version,
          replannedAt: replanning.at,
          openIn: keys.activeTrajectoriesOf(seen.clock),
          ...(seen.openIn === keys.finishedTrajectoriesOf(seen.clock) && {
            watchedUntil: dayOf(replanning.at),
          }),
          lastWrite: 'replanned',
        }),
        put(keys.replanningKey(seen.id, replanning.version), replanning),
        ...rounds.map((each) =>
          check(
            keys.roundKey(seen.id, each.id),
            (row) =>
              row?.status === each.seen?.status &&
              row?.stage === each.seen?.stage &&
              row?.revisedAt === each.seen?.revisedAt,
          ),
        ),
        ...milestones.map((each) =>
          check(keys.milestoneKey(seen.id, each.id), (row) => row?.status === each.seen?.status),
        ),
        ...requests.map((each) =>
          check(
            keys.requestKey(seen.id, each.round, each.body),
            (row) =>
              row?.status === each.seen?.status &&
              (row?.deferrals as unknown[] | undefined)?.length === each.seen?.deferrals.length,
          ),
        ),
        putAudit(audit),
      ),
    withdrawMilestone: async (row, audit) =>
      write(
        set(keys.milestoneKey(row.trajectory, row.id), (at) => at?.status === 'open', {
          status: 'withdrawn',
          lastWrite: 'milestone-withdrawn',
        }),
        putAudit(audit),
      ),
    markTold: async ({ trajectory, version }, at) =>
      write(
        set(keys.replanningKey(trajectory, version), (row) => row !== undefined && row.toldAt === undefined, {
          toldAt: at,
          lastWrite: 'told',
        }),
      ),
    writePublication: async (trajectory, at, audit) =>
      write(
        at
          ? set(keys.trajectoryKey(trajectory), (row) => row !== undefined && !row.publishedAt, {
              publishedAt: at,
              lastWrite: 'published',
            })
          : set(
              keys.trajectoryKey(trajectory),
              (row) => row?.publishedAt !== undefined,
              { lastWrite: 'unpublished' },
              ['publishedAt'],
            ),
        putAudit(audit),
      ),
    writeMailPause: async (trajectory, at, audit) =>
      write(
        at
          ? set(keys.trajectoryKey(trajectory), (row) => row !== undefined && !row.mailsPausedAt, {
              mailsPausedAt: at,
              lastWrite: 'mails-paused',
            })
          : set(
              keys.trajectoryKey(trajectory),
              (row) => row?.mailsPausedAt !== undefined,
              { lastWrite: 'mails-resumed' },
              ['mailsPausedAt'],
            ),
        putAudit(audit),
      ),
    settleRound: async (round) =>
      write(
        set(
          keys.roundKey(round.trajectory, round),
          (at) => at !== undefined && at.status !== 'open',
          { lastWrite: 'settled' },
          ['openIn'],
        ),
      ),
    markWatched: async (trajectory, day) =>
      write(
        set(
          keys.trajectoryKey(trajectory),
          (at) => at?.watchedUntil === undefined || String(at.watchedUntil) < day,
          { watchedUntil: day, lastWrite: 'watched' },
        ),
      ),
    restTrajectory: async ({ id, clock, planVersion }) =>
      write(
        set(
          keys.trajectoryKey(id),
          (at) => at?.planVersion === planVersion && at.openIn === keys.activeTrajectoriesOf(clock),
          { openIn: keys.finishedTrajectoriesOf(clock), lastWrite: 'finished' },
        ),
      ),
    raiseFlag: async (flag, audit) =>
      write(
        put(
          keys.flagKey(flag.trajectory, flag.flag, flag.subject),
          { ...flag, openIn: keys.openFlagsOf(flag.trajectory) },
          (at) => at === undefined || at.resolvedAt !== undefined,
        ),
        ...(audit ? [putAudit(audit)] : []),
      ),
    rewordFlag: async (flag, audit) =>
      write(
        set(
          keys.flagKey(flag.trajectory, flag.flag, flag.subject),
          (at) => at !== undefined && at.resolvedAt === undefined && at.reason !== flag.reason,
          { reason: flag.reason, ...plain({ todo: flag.todo, date: flag.date, amount: flag.amount }) },
        ),
        ...(audit ? [putAudit(audit)] : []),
      ),
    resolveFlag: async (flag, at) =>
      write(
        set(
          keys.flagKey(flag.trajectory, flag.flag, flag.subject),
          (row) => row !== undefined && row.resolvedAt === undefined,
          { resolvedAt: at },
          ['openIn'],
        ),
      ),
    markAddress: async (mark) => {
      const { address, why, markedAt: at } = mark;
      const may = (row: Row | undefined) => {
        if (!row) return true;
        const released = row.releasedAt as string | undefined;
        const since = (row.markedAt as string) < at && (released === undefined || released < at);
        if (why === 'delayed') return since && (row.why === 'delayed' || released !== undefined);
        return since || (row.why === 'delayed' && released === undefined);
      };
      return write({ key: keys.markedAddressKey(address), when: may, becomes: () => ({ ...mark }) });
    },
    releaseAddress: async (address, released) =>
      write(
        set(keys.markedAddressKey(address), (row) => row !== undefined && row.releasedAt === undefined, {
          ...released,
          lastWrite: 'address-released',
        }),
      ),
    markedAddresses: async () => readAll(markedAddressSchema, within(keys.MARKED_ADDRESSES)),
    claimMail: async (owner, key, claim, now, still) => {
      const row = get(ownerKey(owner));
      if (!row) throw new Unavailable('De tabel', new Error('no such document path'));
      const before = mailsOf(row)[key];
      const free =
        (before === undefined || (before.sentAt === undefined && before.claimedUntil <= now)) &&
        (still === undefined || row.status === still.status) &&
        (still?.deferrals === undefined || (row.deferrals as unknown[]).length === still.deferrals) &&
        (still?.notRevised === undefined || row.revisedAt === undefined);
      return write(
        set(ownerKey(owner), () => free, {
          mails: { ...mailsOf(row), [key]: claim },
          lastWrite: 'mail-claimed',
        }),
      );
    },
    markMailSent: async (owner, key, sent) => {
      const mails = mailsOf(get(ownerKey(owner)));
      const { error: _gone, ...claimed } = mails[key] ?? {};
      const unsent = mails[key] !== undefined && mails[key].sentAt === undefined;
      return write(
        set(ownerKey(owner), () => unsent, {
          mails: { ...mails, [key]: { ...claimed, ...sent } },
          lastWrite: 'mail-marked',
        }),
      );
    },
    markMailFailed: async (owner, key, claim, failed) => {
      const mails = mailsOf(get(ownerKey(owner)));
      const ours = mails[key]?.claimedUntil === claim.claimedUntil && mails[key].sentAt === undefined;
      return write(
        set(ownerKey(owner), () => ours, {
          mails: { ...mails, [key]: { ...mails[key], ...failed } },
          lastWrite: 'mail-marked',
        }),
      );
    },
  };

  /** A call reaches the table a moment later than it was made, and what was put before it goes first. */
  const reached = new Proxy(store, {
    get(target, method: keyof RecordStore) {
      const call = target[method] as (...args: unknown[]) => Promise<unknown>;
      return async (...args: unknown[]) => {
        await Promise.resolve();
        const place = hooks.findIndex(([name]) => name === method);
        if (place >= 0) await hooks.splice(place, 1)[0]?.[1]();
        return call(...args);
      };
    },
  });
  const methods = Object.fromEntries(
    Object.keys(store).map((name) => [name, reached[name as keyof RecordStore]]),
  ) as unknown as RecordStore;
  const requestKeyOf = ({ trajectory, round, body }: DecisionRequest) =>
    keys.requestKey(trajectory, round, body);
  return {
    ...methods,
    before: (method, action) => {
      const hook: [keyof RecordStore, () => unknown] = [method, action];
      hooks.push(hook);
      return () => {
        if (hooks.includes(hook)) hooks.splice(hooks.indexOf(hook), 1);
      };
    },
    ask: (request, token) => write(put(requestKeyOf(request), { ...request, token })),
    join: (request, token) => {
      const row = get(requestKeyOf(request));
      return write(
        set(requestKeyOf(request), (at) => at?.status === 'open' && (at.epoch as number) <= request.epoch, {
          token,
          epoch: request.epoch,
          askedAt: row?.askedAt ?? request.askedAt,
          silenceOn: row?.silenceOn ?? request.silenceOn,
          lastWrite: 'asked',
        }),
      );
    },
    snapshot: () => plain(Object.fromEntries([...rows].sort(([a], [b]) => (a < b ? -1 : 1)))),
  };
}

const parsedRows = new WeakMap<Row, unknown>();

/** A row is replaced, never changed: it is parsed once, and frozen, so that whoever changes what he read fails. */
function parsed<T>(schema: z.ZodType<T>, row: Row): T {
  const known = parsedRows.get(row) ?? frozen(schema.parse(row));
  parsedRows.set(row, known);
  return known as T;
}

function frozen(value: unknown): unknown {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

/** As the table keeps it: a copy, and what is undefined is not there. */
function plain<T extends object>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
