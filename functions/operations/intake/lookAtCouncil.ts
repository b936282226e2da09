import type { Day } from '../../domain/calendar/days.ts';
import { COUNCIL_SYSTEMS } from '../../domain/councils/councilSystems.ts';
import { matchCouncilDecision, mayMatter } from '../../domain/councils/matchCouncilDecision.ts';
import { pollWindow } from '../../domain/councils/pollWindow.ts';
import { proposal } from '../../domain/councils/proposal.ts';
import type { PolledSource } from '../../domain/intake/polledSource.ts';
import type { RecordStore, WallClock } from '../ports.ts';
import { askCouncilSystem } from './askCouncilSystem.ts';
import { awaitedAnswers } from './awaitedAnswers.ts';
import type { Failed, Look } from './lookInTurn.ts';
import { newItem } from './newItem.ts';
import type { CouncilReader } from './pollPorts.ts';
import type { ItemStore } from './ports.ts';

export interface CouncilDependencies {
  readonly store: RecordStore;
  readonly items: ItemStore;
  readonly reader: CouncilReader;
  readonly now: WallClock;
}

/** A source of before this was asked for when it was added. */
const NOT_SAID_WHERE: Failed = {
  trouble: 'settings',
  said: 'In de instelling van deze bron staat niet waar zij te bevragen is; voeg "poll" toe (docs/council-systems.md).',
};

/** Asks one council system what was decided since the last look, and proposes what is plausibly expected of the council. */
export async function lookAtCouncil(
  { store, items, reader, now }: CouncilDependencies,
  source: PolledSource,
  readUntil: Day | undefined,
  today: Day,
  at: string,
): Promise<Look> {
  const system = COUNCIL_SYSTEMS[source.speaks];
  const window = pollWindow(readUntil, today);
  const { poll } = source.mapping;
  if (!poll) return { found: { ...window, items: [] }, failed: NOT_SAID_WHERE, readUntil: window.until };
  const awaited = await awaitedAnswers(store, `${source.municipality}/${poll.body}`);
  const { decisions, skipped, undecided, failed } = await askCouncilSystem(
    reader,
    system,
    source,
    window,
    { poll, today, mayMatter: (text) => mayMatter(text, awaited, source.mapping) },
    now,
  );
  const counts = { decisions: decisions.length, proposed: 0, known: 0, unmatched: 0, skipped, undecided };
  const made: string[] = [];
  for (const decision of decisions) {
    const match = matchCouncilDecision(decision, awaited, source.mapping);
    if (match.kind === 'none') {
      counts.unmatched += 1;
      continue;
    }
    const { name, municipality } = source;
    const item = newItem(
      { source: name, municipality, key: decision.externalId },
      { ...proposal(system.name, decision, match), receivedAt: at },
    );
    if (await items.putItem(item)) counts.proposed += 1;
    else counts.known += 1;
    made.push(item.id);
  }
  return { found: { ...counts, ...window, items: made }, failed, readUntil: window.until };
}
