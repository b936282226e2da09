import { GetExecutionHistoryCommand, type SFNClient } from '@aws-sdk/client-sfn';
import { STAGES } from './ninePlan.ts';
import type { PlayedChain } from './playChain.ts';

/**
 * From "the stage's last decision recorded" to "the next stage's requests open", in ms, by the execution's own
 * history: the clock of the local cloud is this machine's. Nobody has to look while the chain runs.
 */
export async function hopsOf(
  client: SFNClient,
  executionArn: string,
  played: PlayedChain,
): Promise<number[]> {
  const { events = [] } = await client.send(
    new GetExecutionHistoryCommand({ executionArn, maxResults: 1000 }),
  );
  const asked = events
    .filter(({ taskScheduledEventDetails }) =>
      taskScheduledEventDetails?.resource?.includes('waitForTaskToken'),
    )
    .map(({ timestamp }) => Number(timestamp));
  let before = 0;
  return STAGES.slice(1).map((_stage, index) => {
    before += STAGES[index]?.length ?? 0;
    const last = asked[before + (STAGES[index + 1]?.length ?? 0) - 1] ?? Number.NaN;
    return last - (played.answeredAt[index] ?? Number.NaN);
  });
}
