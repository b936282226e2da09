import { Duration } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import { FUNCTION_RETRY } from './retries.ts';

export interface DailyWatchProps {
  readonly findWatchDays: IFunction;
  readonly watchDay: IFunction;
}

/** Pages of one day touch different trajectories; more at once would only throttle the table and the mail. */
const PAGES_AT_ONCE = 4;

/** A watch of two missed years, day by day, takes minutes; longer than this it hangs. */
export const LONGEST_WATCH = Duration.hours(2);

/**
 * The daily watch: finds the days that have not been watched yet, and watches them one after the other, so
 * that five missed days give what five mornings would have given. `at` comes from the input, otherwise it is
 * the moment at which the execution started. A day's trajectories are watched in pages, some at once; a page that fails
 * does not keep the others from their day, and makes the execution fail at its end. Its output says what was done on
 * each day.
 */
export function dailyWatch(scope: Construct, props: DailyWatchProps): sfn.IChainable {
  const find = task(scope, 'FindDaysToWatch', props.findWatchDays, {
    payload:
      '{% $merge([{"at": $exists($states.input.at) ? $states.input.at : $states.context.Execution.StartTime}, $exists($states.input.trajectory) ? {"trajectory": $states.input.trajectory} : {}, $exists($states.input.missed) ? {"missed": $states.input.missed} : {}]) %}',
    timeout: Duration.minutes(1),
  });
  const watch = task(scope, 'WatchThePage', props.watchDay, {
    payload: '{% $states.input %}',
    timeout: Duration.minutes(15),
  });
  const eachDay = sfn.Map.jsonata(scope, 'WatchEachDay', {
    items: sfn.ProvideItems.jsonata('{% $states.input.days %}'),
    maxConcurrency: 1,
  });
  const eachPage = sfn.Map.jsonata(scope, 'WatchEachPage', {
    items: sfn.ProvideItems.jsonata('{% $states.input.pages %}'),
    maxConcurrency: PAGES_AT_ONCE,
  });
  const notWatched = sfn.Pass.jsonata(scope, 'PageNotWatched');
  watch.addCatch(notWatched, {
    errors: ['States.ALL'],
    outputs:
      '{% [{"notWatched": $states.input.trajectories, "at": $states.input.at, "error": $states.errorOutput.Error}] %}',
  });
  const failed = sfn.Fail.jsonata(scope, 'NotEverythingWatched', {
    error: 'NotEverythingWatched',
    cause:
      '{% "Deze trajecten zijn niet nagelopen, de andere wel: " & $join($distinct($states.input.notWatched), ", ") %}',
  });
  const watched = sfn.Pass.jsonata(scope, 'Watched', { outputs: { days: '{% $states.input %}' } });
  const every = sfn.Choice.jsonata(scope, 'EveryPageWatched?')
    .when(sfn.Condition.jsonata('{% $exists($states.input.notWatched) %}'), failed)
    .otherwise(watched);
  return find.next(eachDay.itemProcessor(eachPage.itemProcessor(watch))).next(every);
}

function task(
  scope: Construct,
  name: string,
  lambdaFunction: IFunction,
  how: { readonly payload: string; readonly timeout: Duration },
): LambdaInvoke {
  const invoke = LambdaInvoke.jsonata(scope, name, {
    lambdaFunction,
    payload: sfn.TaskInput.fromText(how.payload),
    outputs: '{% $states.result.Payload %}',
    taskTimeout: sfn.Timeout.duration(how.timeout),
    retryOnServiceExceptions: false,
  });
  invoke.addRetry(FUNCTION_RETRY);
  return invoke;
}
