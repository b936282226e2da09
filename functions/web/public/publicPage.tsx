import { dutchDay } from '../../domain/calendar/dutchDay.ts';
import type { PublicTimeline } from '../../domain/public/publicTimeline.ts';
import { publicAddress } from '../pages/addresses.ts';
import { DateOf } from '../pages/date.tsx';
import { planPart } from '../timeline/planPart.ts';
import { PublicDocument } from './publicDocument.tsx';
import { PublicDrawing } from './publicDrawing.tsx';
import { PublicPlan } from './publicPlan.tsx';
import { PublicRounds } from './publicRounds.tsx';

interface Props {
  readonly timeline: PublicTimeline;
  /** Which part of a long plan is asked for. */
  readonly asked: string | undefined;
  readonly stage: string;
}

/** What everybody may read of a trajectory: its plan by quarter, and who answered what. */
export function PublicPage({ timeline, asked, stage }: Props) {
  const { id, title, asOf, finish, milestones } = timeline;
  const completed = milestones.filter(({ status }) => status === 'completed').length;
  const part = planPart(milestones, asked);
  return (
    <PublicDocument title={title} stage={stage}>
      <h1>{title}</h1>
      <p class="lead">
        Stand op {dutchDay(asOf)}: {completed} van {milestones.length} mijlpalen afgerond. Het laatste besluit
        is te verwachten op <DateOf day={finish} />.
      </p>
      <PublicDrawing timeline={timeline} part={part} />
      <PublicRounds rounds={timeline.rounds} />
      <PublicPlan trajectory={id} part={part} />
      <p>
        Dezelfde gegevens voor programma's: <a href={`${publicAddress(id)}.json`}>als JSON</a>.
      </p>
    </PublicDocument>
  );
}

/** The same for what does not exist, is not public, or is a simulation. */
export function NothingPublicPage({ stage }: { readonly stage: string }) {
  return (
    <PublicDocument title="Deze pagina bestaat niet" stage={stage}>
      <h1>Deze pagina bestaat niet</h1>
      <p class="lead">Controleer het adres. Misschien is het niet helemaal overgenomen.</p>
    </PublicDocument>
  );
}
