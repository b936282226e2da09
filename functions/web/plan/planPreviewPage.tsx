import type { Child } from 'hono/jsx';
import { bodiesOf } from '../../domain/plan/bodies.ts';
import type { Plan } from '../../domain/plan/schema.ts';
import type { Trajectory } from '../../domain/trajectory.ts';
import type { ReplanPreview } from '../../operations/replan.ts';
import { Button } from '../decide/decisionForm.tsx';
import { planAddress } from '../pages/addresses.ts';
import { Document } from '../pages/document.tsx';
import { Fact, Facts } from '../pages/facts.tsx';
import { OwnFormToken } from '../pages/ownFormToken.tsx';
import { MovesTable } from './movesTable.tsx';
import type { EditedPlan } from './postedPlan.ts';

interface Props {
  readonly trajectory: Trajectory;
  readonly previous: Plan;
  readonly plan: Plan;
  readonly preview: ReplanPreview;
  readonly edited: EditedPlan;
  /** For exactly this plan and reason. */
  readonly token: string;
  /** In whose name. */
  readonly by: string;
  readonly stage: string;
}

/** What another plan would do. Nothing has been changed: that takes this page's own button. */
export function PlanPreviewPage(props: Props) {
  const { trajectory, previous, plan, preview, edited, by, stage } = props;
  const { moves, added, removed, rounds, impossible, concerned } = preview.comparison;
  const titles = new Map([...previous.milestones, ...plan.milestones].map(({ id, title }) => [id, title]));
  const named = (id: string) => (
    <>
      {titles.get(id) ?? id} (<code>{id}</code>)
    </>
  );
  return (
    <Document title="Controleer wat het nieuwe plan verandert" stage={stage}>
      <h1>Controleer wat het nieuwe plan verandert</h1>
      <p class="lead">
        Er is nog niets gewijzigd of verzonden. Dit zou versie {preview.version} worden van het plan van{' '}
        {trajectory.title}.
      </p>
      <Facts>
        <Fact label="Reden">
          <span class="written">{edited.reason}</span>
        </Fact>
        <Fact label="Doorgevoerd door">{by}</Fact>
      </Facts>
      <section aria-labelledby="verschuift">
        <h2 id="verschuift">Wat verschuift</h2>
        {moves.length > 0 ? (
          <MovesTable moves={moves} bodies={bodiesOf(plan)} />
        ) : (
          <p>Er verschuift geen datum.</p>
        )}
      </section>
      <Listed id="nieuw" title="Nieuw" items={added.map(named)} />
      <Listed id="opent" title="Begint meteen" items={preview.opens.map(named)} />
      <Listed id="vervalt" title="Vervalt" items={removed.map(named)} />
      <Listed
        id="ronden"
        title="Ronden die vervallen"
        items={rounds.map(({ title, round }) =>
          round ? `${title}: ronde ${round} wordt ingetrokken` : title,
        )}
      />
      <Listed
        id="onmogelijk"
        title="Wordt onmogelijk"
        items={impossible.map(({ reason, todo }) => `${reason} ${todo}`)}
      />
      <section aria-labelledby="bericht">
        <h2 id="bericht">Wie bericht krijgt</h2>
        <p>Ieder krijgt één bericht, zodra u het plan doorvoert.</p>
        <ul class="letters">
          {concerned.map(({ name, sentences }) => (
            <li class="card">
              <h3>{name}</h3>
              <ul>
                {sentences.map((sentence) => (
                  <li>{sentence}</li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      </section>
      <Confirm {...props} />
    </Document>
  );
}

function Confirm({ trajectory, edited, token }: Props) {
  return (
    <form method="post" action={planAddress(trajectory.id)} class="form">
      <OwnFormToken />
      <input type="hidden" name="bewijs" value={token} />
      <input type="hidden" name="gezien" value={String(edited.basedOn)} />
      <input type="hidden" name="plan" value={edited.text} />
      <input type="hidden" name="reden" value={edited.reason} />
      <p class="buttons">
        <Button step="doorvoeren">Voer door</Button>
        <Button step="wijzigen" quiet>
          Wijzig het eerst
        </Button>
      </p>
    </form>
  );
}

function Listed({ id, title, items }: { id: string; title: string; items: readonly Child[] }) {
  if (items.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul>
        {items.map((item) => (
          <li>{item}</li>
        ))}
      </ul>
    </section>
  );
}
