import { type DraftBudget, draftBudgetOf } from './draftBudget.ts';
import type { PlanPath } from './planMistake.ts';
import { type Plan, type PlanMilestone, type PlanStage, planSchema } from './schema.ts';

/**
 * What can be read of a plan that may have mistakes in its fields, so that mistakes between fields are found
 * as well. A field that is not readable is absent; ids are kept as they are written, so that a reference to an
 * ill-formed id does not count as unknown.
 */
export interface Draft {
  readonly participants: (Plan['participants'][number] & Placed)[];
  readonly bodies: (Plan['bodies'][number] & Placed)[];
  readonly partners: (Plan['partners'][number] & Placed)[];
  readonly milestones: readonly DraftMilestone[];
  readonly rounds: readonly DraftRound[];
  readonly budget: DraftBudget;
  /** What was readable to the last item; of what was not, nothing can be said to be missing. */
  readonly whole: {
    /** Ids of participants, bodies and partners. */
    readonly names: boolean;
    /** Ids of milestones. */
    readonly milestones: boolean;
    /** What each milestone waits for. */
    readonly waits: boolean;
    /** Which milestone each stage completes. */
    readonly stages: boolean;
  };
}

interface Placed {
  readonly path: PlanPath;
}

/** A name in a list of names, or one by itself. */
export interface Mention extends Placed {
  readonly name: string;
}

export interface DraftMilestone extends Placed {
  readonly id: string;
  readonly kind: PlanMilestone['kind'] | undefined;
  readonly owner: readonly Mention[];
  /** Only when it is written as the schema asks. */
  readonly period: string | undefined;
  readonly waitsFor: readonly Mention[];
}

export interface DraftRound extends Placed {
  readonly id: string | undefined;
  readonly stages: readonly DraftStage[];
  readonly informs: readonly Mention[];
}

export interface DraftStage extends Placed {
  readonly ask: readonly Mention[];
  readonly role: PlanStage['role'] | undefined;
  /** Which of the optional keys are there, readable or not. */
  readonly has: ReadonlySet<string>;
  readonly milestone: string | undefined;
}

type Block = Readonly<Record<string, unknown>>;

const milestoneFields = planSchema.shape.milestones.element.shape;
/** The schema refuses more; checking the relations of more would only take time. */
const MOST_MILESTONES = 300;

export function draftOf(data: unknown): Draft {
  const plan = isBlock(data) ? data : {};
  const participants = identified(plan, 'participants', 'code');
  const bodies = identified(plan, 'bodies', 'id');
  const partners = identified(plan, 'partners', 'id');
  const milestones = identified(plan, 'milestones', 'id');
  const rounds = blocks(plan.rounds, ['rounds']);
  const stages = rounds.items.map(({ block, path }) => blocks(block.stages, [...path, 'stages']));
  return {
    participants: participants.items.map(({ id, block, path }) => ({
      path,
      code: id,
      name: '',
      ...(block.college === undefined ? {} : { college: NO_CONTACT }),
      ...(block.council === undefined ? {} : { council: NO_CONTACT }),
    })),
    bodies: bodies.items.map(({ id, path }) => ({ path, id, ...NO_CONTACT })),
    partners: partners.items.map(({ id, path }) => ({ path, id, ...NO_CONTACT })),
    milestones: milestones.items.slice(0, MOST_MILESTONES).map(({ id, block, path }) => ({
      path,
      id,
      kind: milestoneFields.kind.safeParse(block.kind).data,
      owner: mentions(block.owner, [...path, 'owner']),
      period: milestoneFields.period.safeParse(block.period).data,
      waitsFor: mentions(block.waitsFor, [...path, 'waitsFor']),
    })),
    rounds: rounds.items.map(({ block, path }, place) => ({
      path,
      id: textOf(block.id),
      stages: stages[place]!.items.map(draftStage),
      informs: mentions(block.informs, [...path, 'informs']),
    })),
    budget: draftBudgetOf(plan.budget),
    whole: {
      names: participants.whole && bodies.whole && partners.whole,
      milestones: milestones.whole && milestones.items.length <= MOST_MILESTONES,
      waits: milestones.items.every(({ block }) => isNames(block.waitsFor)),
      stages:
        rounds.whole &&
        stages.every(
          ({ whole, items }) => whole && items.every(({ block }) => isTextOrAbsent(block.milestone)),
        ),
    },
  };
}

const NO_CONTACT = { name: '', mail: '' };

function draftStage({ block, path }: Item): DraftStage {
  return {
    path,
    ask: mentions(block.ask, [...path, 'ask']),
    role: planSchema.shape.rounds.unwrap().element.shape.stages.element.shape.role.safeParse(block.role).data,
    has: new Set(Object.keys(block).filter((key) => block[key] !== undefined)),
    milestone: textOf(block.milestone),
  };
}

interface Item extends Placed {
  readonly block: Block;
}

/** The blocks of a list; `whole` when the list is absent or has nothing else in it. */
function blocks(value: unknown, path: PlanPath): { items: Item[]; whole: boolean } {
  if (value === undefined) return { items: [], whole: true };
  if (!Array.isArray(value)) return { items: [], whole: false };
  const items = value.flatMap((block: unknown, place) =>
    isBlock(block) ? [{ block, path: [...path, place] }] : [],
  );
  return { items, whole: items.length === value.length };
}

/** The blocks of one of the plan's lists that have an id. */
function identified(
  plan: Block,
  list: string,
  key: string,
): { items: (Item & { id: string })[]; whole: boolean } {
  const { items, whole } = blocks(plan[list], [list]);
  const named = items.flatMap((item) => {
    const id = textOf(item.block[key]);
    return id === undefined ? [] : [{ ...item, id }];
  });
  return { items: named, whole: whole && named.length === items.length };
}

function mentions(value: unknown, path: PlanPath): Mention[] {
  if (typeof value === 'string') return [{ name: value, path }];
  if (!Array.isArray(value)) return [];
  return value.flatMap((name: unknown, place) =>
    typeof name === 'string' ? [{ name, path: [...path, place] }] : [],
  );
}

function isBlock(value: unknown): value is Block {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Absent, one name, or a list of nothing but names. */
function isNames(value: unknown): boolean {
  return isTextOrAbsent(value) || (Array.isArray(value) && value.every((name) => typeof name === 'string'));
}

function isTextOrAbsent(value: unknown): boolean {
  return value === undefined || typeof value === 'string';
}
