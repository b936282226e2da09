import { dutchDay } from '../../domain/calendar/dutchDay.ts';
import { ROLE_WORK, VERDICT_WORD } from '../../domain/dutch.ts';
import { ASKING_STATE } from '../../domain/round/chainStates.ts';
import type { FrozenStage } from '../../domain/round/round.ts';
import { whereItStands } from '../../domain/round/whereItStands.ts';
import type { RoundPageView } from '../../operations/readRound.ts';
import { Badge } from '../pages/badge.tsx';
import { CHAIN } from './chainDefinition.ts';
import { ChainDrawing } from './chainDrawing.tsx';
import { layChain } from './chainLayout.ts';
import { STATE_WORD } from './stateWords.ts';

/** The way of this round: its steps in words, and the drawing of the chain with the state where it stands. */
export function ChainSection({ view }: { readonly view: RoundPageView }) {
  const { round, stages } = view;
  const stateOf = ({ group, role }: FrozenStage) => ASKING_STATE[group][role];
  const now = whereItStands({ ...round, stages });
  const passed = stages.filter((stage) => stage.verdict && stage.verdict !== 'divided').map(stateOf);
  const where = now ? (STATE_WORD[now] ?? now) : 'onbekend';
  return (
    <section aria-labelledby="keten">
      <h2 id="keten">De keten</h2>
      <p>
        De ronde staat nu in <strong>{where}</strong>
        {now && (
          <>
            {' '}
            (<code>{now}</code>)
          </>
        )}
        .
      </p>
      <ol>
        {stages.map((stage, index) => (
          <li>
            {STATE_WORD[stateOf(stage)] ?? stateOf(stage)}
            {ruleWords(stage)}{' '}
            <StageStanding stage={stage} isOpen={round.status === 'open'} isNow={index === round.stage} />
          </li>
        ))}
      </ol>
      <div class="card">
        <section class="wide-drawing" aria-label="De keten, naar opzij te schuiven" tabindex={0}>
          <ChainDrawing
            layout={layChain(CHAIN, stages.map(stateOf))}
            title="De besluitketen van deze ronde"
            description={`De ronde staat in: ${where}. De stappen staan ook in de lijst hierboven.`}
            now={now}
            passed={passed.filter((state) => state !== now)}
          />
        </section>
      </div>
    </section>
  );
}

function ruleWords({ role, rule, amendedCounts, silenceAfter }: FrozenStage): string {
  if (role !== 'decide')
    return silenceAfter === undefined
      ? ''
      : `; wie na ${silenceAfter} werkdagen niet heeft gereageerd, telt volgens het plan als ${ROLE_WORK[role]}`;
  const met = rule === 'unanimous' ? 'allen moeten akkoord zijn' : 'een meerderheid moet akkoord zijn';
  return amendedCounts ? `; ${met}, ook wie gewijzigd vaststelt telt mee` : `; ${met}`;
}

interface StandingProps {
  readonly stage: FrozenStage;
  readonly isOpen: boolean;
  readonly isNow: boolean;
}

function StageStanding({ stage, isOpen, isNow }: StandingProps) {
  const { verdict, passedOn } = stage;
  if (verdict)
    return (
      <>
        <Badge tone={verdict === 'divided' ? 'warning' : 'done'}>{VERDICT_WORD[verdict]}</Badge>
        {passedOn && <span class="quiet">{dutchDay(passedOn)}</span>}
      </>
    );
  if (isOpen && isNow) return <Badge tone="active">hier staat de ronde</Badge>;
  return <Badge tone="waiting">{isOpen ? 'nog niet aan de beurt' : 'niet aan toegekomen'}</Badge>;
}
