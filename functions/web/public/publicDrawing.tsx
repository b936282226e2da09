import { atTime } from '../../domain/calendar/days.ts';
import type { PublicMilestone, PublicRound, PublicTimeline } from '../../domain/public/publicTimeline.ts';
import { publicAddress } from '../pages/addresses.ts';
import type { PlanPart } from '../timeline/planPart.ts';
import { PlanParts } from '../timeline/planParts.tsx';
import { TimelineDrawing } from '../timeline/timelineDrawing.tsx';
import { TimelineLegend } from '../timeline/timelineLegend.tsx';
import { type DrawnRound, drawnRounds, milestoneRow, roundRow } from '../timeline/timelineRows.ts';
import { timeScale } from '../timeline/timeScale.ts';

const MOST_ROUNDS = 8;

interface Props {
  readonly timeline: PublicTimeline;
  readonly part: PlanPart<PublicMilestone>;
}

/** The timeline of the other pages, without its signals. */
export function PublicDrawing({ timeline, part }: Props) {
  const { id, title, asOf } = timeline;
  const milestones = part.milestones.map(({ startsOn, expectedOn, critical, ...milestone }) => ({
    ...milestone,
    forecast: { startsOn, expectedOn, critical },
  }));
  const rounds = drawnRounds({ rounds: timeline.rounds.map(drawnRound) }, MOST_ROUNDS);
  const groups = [
    { title: 'Besluitrondes', rows: rounds.map((round) => roundRow(round, [], asOf)) },
    { title: 'Mijlpalen', rows: milestones.map((milestone) => milestoneRow(milestone, [], asOf)) },
  ].filter(({ rows }) => rows.length > 0);
  return (
    <section aria-labelledby="tijdlijn">
      <h2 id="tijdlijn">Tijdlijn</h2>
      <PlanParts part={part} at={publicAddress(id)} />
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
