import { ANYBODY, type Viewer } from '../domain/access/viewer.ts';
import type { Attachment, DecisionRequest, FrozenStage, Round } from '../domain/round/round.ts';
import { formatRoundId, parseRoundId } from '../domain/roundId.ts';
import { readStatusWithRows, type StatusSources } from './readStatus.ts';
import type { RequestView, RoundView, TrajectoryStatus } from './statusViews.ts';

/** What was said before: an answer that was put right, or a postponement. */
export interface EarlierEntry {
  readonly name: string;
  readonly kind: 'corrected' | 'deferred';
  readonly outcome: string;
  readonly decidedOn: string;
  readonly newDate: string | null;
  readonly reference: string | null;
  readonly note: string | null;
  /** Why it was put right, and when. */
  readonly reason: string | null;
  readonly correctedAt: string | null;
}

/** A decision list that goes with an answer; its content has no address of its own. */
export interface DocumentView extends Pick<Attachment, 'size' | 'addedAt'> {
  readonly name: string;
}

export interface RoundPageView {
  readonly status: TrajectoryStatus;
  readonly round: RoundView;
  /** All rounds of this proposal, this one among them, the first one first. */
  readonly family: readonly RoundView[];
  readonly proposal: string | null;
  readonly withdrawnBecause: string | null;
  readonly stages: readonly FrozenStage[];
  readonly documents: readonly DocumentView[];
  /** Oldest first. */
  readonly earlier: readonly EarlierEntry[];
  /** Which execution works on it, and whether it was started. */
  readonly execution: Pick<Round, 'trajectory' | 'family' | 'number' | 'epoch'> & {
    readonly started: boolean;
  };
}

/**
 * Everything this viewer may see of one round; undefined when the trajectory has no such round for that viewer, also
 * where the id could not be one. Refuses UNKNOWN_TRAJECTORY.
 */
export async function readRound(
  sources: StatusSources,
  trajectory: string,
  id: string,
  viewer: Viewer = ANYBODY,
): Promise<RoundPageView | undefined> {
  const { status, rounds, requests: all } = await readStatusWithRows(sources, trajectory, viewer);
  const view = status.rounds.find((each) => each.id === id);
  if (!view) return undefined;
  const roundId = parseRoundId(id);
  const round = rounds.find((each) => formatRoundId(each) === id);
  if (!round) return undefined;
  const requests = all.filter((request) => request.round === formatRoundId(round));
  const family = status.rounds
    .filter((each) => parseRoundId(each.id).family === roundId.family)
    .sort((a, b) => parseRoundId(a.id).number - parseRoundId(b.id).number);
  const { number, epoch, startedEpoch, stages, proposal, withdrawnBecause } = round;
  return {
    status,
    round: view,
    family,
    proposal: proposal ?? null,
    withdrawnBecause: withdrawnBecause ?? null,
    stages,
    documents: view.requests.flatMap((seen) => documentOf(seen, requests)),
    earlier: view.requests
      .flatMap((seen) => earlierOf(seen, requests))
      .sort((a, b) => a.decidedOn.localeCompare(b.decidedOn)),
    execution: { trajectory, family: round.family, number, epoch, started: startedEpoch >= epoch },
  };
}

/** What is not shown of an answer is not shown of its document either. */
function documentOf(
  { body, name, outcome }: RequestView,
  requests: readonly DecisionRequest[],
): DocumentView[] {
  const attachment = requests.find((request) => request.body === body)?.attachment;
  return attachment && outcome ? [{ name, size: attachment.size, addedAt: attachment.addedAt }] : [];
}

function earlierOf(seen: RequestView, requests: readonly DecisionRequest[]): EarlierEntry[] {
  const request = requests.find(({ body }) => body === seen.body);
  if (!request || (seen.outcome === null && seen.status === 'decided')) return [];
  // The last postponement of who has not answered is the answer itself as it stands.
  const deferrals = request.status === 'decided' ? request.deferrals : request.deferrals.slice(0, -1);
  return [
    ...deferrals.map(({ decidedOn, newDate, reference = null, note = null }) => ({
      ...{ name: seen.name, kind: 'deferred' as const, outcome: 'deferred', decidedOn, newDate },
      ...{ reference, note, reason: null, correctedAt: null },
    })),
    ...(request.corrections ?? []).map(
      ({ outcome, decidedOn, reference = null, note = null, reason, correctedAt }) => ({
        ...{ name: seen.name, kind: 'corrected' as const, outcome, decidedOn, newDate: null },
        ...{ reference, note, reason, correctedAt },
      }),
    ),
  ];
}
