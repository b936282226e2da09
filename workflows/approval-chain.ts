import { Duration } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type { Role } from '../functions/domain/decision/outcomes.ts';
import type { BodyGroup } from '../functions/domain/plan/bodies.ts';
import { ASKING_STATE, ENDINGS } from '../functions/domain/round/chainStates.ts';
import { askBodies } from './askBodies.ts';
import { weighAnswers } from './weighAnswers.ts';

export interface ApprovalChainProps {
  readonly table: Table;
  readonly weighRound: IFunction;
}

/** An execution may wait this long in all; Standard executions end at one year (Step Functions quotas). */
export const LONGEST_EXECUTION = Duration.days(360);

const AGREE_QUESTION: Readonly<Record<BodyGroup, string>> = {
  colleges: 'CollegesAgree?',
  rac: 'RacAgrees?',
  councils: 'CouncilsAgree?',
};
const WEIGH: Readonly<Record<BodyGroup, string>> = {
  colleges: 'WeighColleges',
  rac: 'WeighRac',
  councils: 'WeighCouncils',
};
const GROUPS: readonly BodyGroup[] = ['colleges', 'rac', 'councils'];
const NOT_DECIDING: readonly Role[] = ['advise', 'note'];

/**
 * The approval chain: one execution works on one round, with keys as its only input. It asks the bodies of a
 * stage and waits for each; then the answers are weighed in the table, and the weighing names the next state.
 * Any order of stages runs on this one definition: which stages there are is frozen on the round's row.
 *
 *   FindNextStep → WhoIsNext? → CollegesDecide → WeighColleges → CollegesAgree? → WhoIsNext? → …
 */
export function approvalChain(scope: Construct, props: ApprovalChainProps): sfn.IChainable {
  const findNextStep = weighAnswers(scope, 'FindNextStep', props.weighRound);
  const whoIsNext = sfn.Choice.jsonata(scope, 'WhoIsNext?');
  findNextStep.next(whoIsNext);

  const endings = new Map(ENDINGS.map((ending) => [ending, endingState(scope, ending)]));
  const to = (choice: sfn.Choice, name: string, state: sfn.IChainable) =>
    choice.when(sfn.Condition.jsonata(`{% $states.input.next = "${name}" %}`), state);

  for (const group of GROUPS) {
    const deciding = askBodies(scope, ASKING_STATE[group].decide, props.table);
    const weigh = weighAnswers(scope, WEIGH[group], props.weighRound);
    const agree = sfn.Choice.jsonata(scope, AGREE_QUESTION[group]);
    deciding.next(weigh).next(agree);
    to(agree, 'HandedBackForRevision', endings.get('HandedBackForRevision')!);
    to(agree, 'RoundConcluded', endings.get('RoundConcluded')!);
    agree.otherwise(whoIsNext);
    to(whoIsNext, ASKING_STATE[group].decide, deciding);

    for (const role of NOT_DECIDING) {
      const asking = askBodies(scope, ASKING_STATE[group][role], props.table);
      asking.next(findNextStep);
      to(whoIsNext, ASKING_STATE[group][role], asking);
    }
  }
  for (const [name, state] of endings) to(whoIsNext, name, state);
  return findNextStep;
}

/** Ends with a Pass: the console and the caller read from its output how the round ended. */
function endingState(scope: Construct, name: string): sfn.Pass {
  return sfn.Pass.jsonata(scope, name, {
    outputs: { ending: name, round: '{% $states.context.Execution.Input.round %}' },
  });
}
