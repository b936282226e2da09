import { LONGEST_NOTE } from '../../domain/decision/answer.ts';
import type { PlanMistake } from '../../domain/plan/planMistake.ts';
import type { Replanning } from '../../domain/replan/replanning.ts';
import type { Trajectory } from '../../domain/trajectory.ts';
import { Button } from '../decide/decisionForm.tsx';
import { MistakeList } from '../manage/mistakeList.tsx';
import { NothingDone } from '../manage/nothingDone.tsx';
import { TextBox } from '../manage/textBox.tsx';
import { PLANS, planAddress, planFileAddress, trajectoryAddress } from '../pages/addresses.ts';
import { BackTo } from '../pages/backTo.tsx';
import { Document } from '../pages/document.tsx';
import { Fact, Facts } from '../pages/facts.tsx';
import { Moment } from '../pages/moment.tsx';
import { OwnFormToken } from '../pages/ownFormToken.tsx';
import type { EditedPlan } from './postedPlan.ts';

/** Why the form is here again. */
export interface PlanTroubles {
  readonly notice?: string;
  readonly mistakes?: readonly PlanMistake[];
  readonly reason?: string;
  /** Somebody else was first: leads to the plan that counts now. */
  readonly isOvertaken?: boolean;
}

interface Props {
  readonly trajectory: Trajectory;
  /** Which made the plan that counts; undefined of the plan a trajectory was started with. */
  readonly replanned: Replanning | undefined;
  readonly edited: EditedPlan;
  readonly troubles?: PlanTroubles;
  readonly stage: string;
}

const ROWS = 30;

/** The plan of a trajectory, to be edited. Looking at it changes nothing, and neither does checking it. */
export function PlanFormPage({ trajectory, replanned, edited, troubles, stage }: Props) {
  const title = `Plan van ${trajectory.title}`;
  return (
    <Document title={troubles ? `Let op: ${title}` : title} stage={stage}>
      <BackTo to={PLANS}>Plannen</BackTo>
      <h1>{title}</h1>
      <p class="lead">
        Wijzig het plan en controleer het. U ziet dan eerst wat er verschuift en wie bericht krijgt; pas
        daarna voert u het door.
      </p>
      {troubles && <Troubles id={trajectory.id} text={edited.text} troubles={troubles} />}
      <Facts>
        <Fact label="Traject">
          <a href={trajectoryAddress(trajectory.id)}>{trajectory.id}</a>
        </Fact>
        <Fact label="Versie die geldt">
          {trajectory.planVersion}
          {replanned && (
            <>
              , ingevoerd <Moment at={replanned.at} /> door {replanned.by}
            </>
          )}
        </Fact>
        {replanned && (
          <Fact label="Reden daarvan">
            <span class="written">{replanned.reason}</span>
          </Fact>
        )}
        <Fact label="Bestand">
          <a href={planFileAddress(trajectory.id)}>Haal het plan dat geldt op (YAML)</a>
        </Fact>
      </Facts>
      <form method="post" action={planAddress(trajectory.id)} class="form form-wide" autocomplete="off">
        <OwnFormToken />
        <input type="hidden" name="gezien" value={String(edited.basedOn)} />
        <TextBox
          name="plan"
          label="Plan (YAML)"
          hint="Wat elke sleutel betekent staat in docs/plan-format.md. Opmerkingen (#) worden niet bewaard."
          given={edited.text}
          rows={ROWS}
          code
          error={troubles?.mistakes && 'In dit plan staan fouten; zij staan bovenaan.'}
        />
        <TextBox
          name="reden"
          label="Waarom verandert het plan?"
          hint={`Staat in de berichten en in het logboek. Hoogstens ${LONGEST_NOTE} tekens.`}
          given={edited.reason}
          rows={3}
          error={troubles?.reason}
        />
        <p>
          <Button step="controleren">Controleer</Button>
        </p>
        <p class="quiet">Er wordt nog niets gewijzigd of verzonden.</p>
      </form>
    </Document>
  );
}

function Troubles({ id, text, troubles }: { id: string; text: string; troubles: PlanTroubles }) {
  const { notice, mistakes, reason, isOvertaken } = troubles;
  return (
    <NothingDone>
      {notice && <p>{notice}</p>}
      {isOvertaken && (
        <p>
          Wat u typte staat hieronder nog. Leg het naast{' '}
          <a href={planAddress(id)} target="_blank" rel="noopener">
            het plan dat nu geldt (nieuw venster)
          </a>
          , neem over wat de ander wijzigde, en controleer het opnieuw.
        </p>
      )}
      {mistakes && <MistakeList text={text} mistakes={mistakes.map(asLine)} />}
      {reason && (
        <p>
          <a href="#reden">{reason}</a>
        </p>
      )}
      {mistakes && (
        <p>
          <a href="#plan">Naar het plan</a>
        </p>
      )}
    </NothingDone>
  );
}

function asLine({ line, path, problem, remedy }: PlanMistake) {
  return { line, path, sentence: `${problem} ${remedy}` };
}
