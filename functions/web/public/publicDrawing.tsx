import { atTime } from '../../domain/calendar/days.ts';
import type { PublicRound, PublicTimeline } from '../../domain/public/publicTimeline.ts';
import { TimelineDrawing } from '../timeline/timelineDrawing.tsx';
import { TimelineLegend } from '../timeline/timelineLegend.tsx';
import { type DrawnRound, drawnRounds, milestoneRow, roundRow } from '../timeline/timelineRows.ts';
import { timeScale } from '../timeline/timeScale.ts';

const MOST_ROUNDS = 8;
/** As on the page of a trajectory: more would make the page too long to load on a phone; the table has all. */
const MOST_MILESTONES = 40;

/** The timeline of the other pages, without its signals. */
export function PublicDrawing({ timeline }: { readonly timeline: PublicTimeline }) {
  const { title, asOf } = timeline;
  const all = timeline.milestones.map(({ startsOn, expectedOn, critical, ...milestone }) => ({
    ...milestone,
    forecast: { startsOn, expectedOn, critical },
  }));
  const milestones = aroundNow(all);
  const rounds = drawnRounds({ rounds: timeline.rounds.map(drawnRound) }, MOST_ROUNDS);
  const groups = [
    { title: 'Besluitrondes', rows: rounds.map((round) => roundRow(round, [], asOf)) },
    { title: 'Mijlpalen', rows: milestones.map((milestone) => milestoneRow(milestone, [], asOf)) },
  ].filter(({ rows }) => rows.length > 0);
  return (
    <section aria-labelledby="tijdlijn">
      <h2 id="tijdlijn">Tijdlijn</h2>
      {milestones.length < all.length && (
        <p>
          Getekend zijn {milestones.length} van {all.length} mijlpalen; alle staan in de tabel.
        </p>
      )}
      <div class="card">
        <section class="wide-drawing" aria-label="Tijdlijn, naar opzij te schuiven" tabindex={0}>
          <TimelineDrawing
            id="tijdlijn-beeld"
            title={`Tijdlijn van ${title}`}
            description="De tabellen op deze pagina geven dezelfde gegevens."
            scale={timeScale({ milestones, rounds }, asOf)}
            today={asOf}
            recesses={[]}
            groups={groups}
          />
        </section>
        <TimelineLegend hasRecesses={false} />
      </div>
    </section>
  );
}

function drawnRound({ opened, closed, answers, ...round }: PublicRound): DrawnRound {
  return {
    ...round,
    openedAt: atTime(opened, '12:00'),
    closedAt: closed && atTime(closed, '12:00'),
    requests: answers.map(({ outcome, publicOn }) => ({
      status: (outcome && outcome !== 'deferred') || publicOn ? 'decided' : 'open',
    })),
  };
}

/** From a little before the first that is not completed. */
function aroundNow<T extends { readonly status: string }>(all: readonly T[]): readonly T[] {
  if (all.length <= MOST_MILESTONES) return all;
  const now = all.findIndex(({ status }) => status !== 'completed' && status !== 'withdrawn');
  const start = Math.min(Math.max(now - 5, 0), all.length - MOST_MILESTONES);
  return all.slice(start, start + MOST_MILESTONES);
}
