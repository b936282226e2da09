import { createDeadLetters } from '../adapters/intake/deadLetters.ts';
import { createMessageQueue } from '../adapters/intake/messageQueue.ts';
import { createSourceSecrets } from '../adapters/intake/sourceSecrets.ts';
import { createItemStore } from '../adapters/record/items.ts';
import { createMessageStore } from '../adapters/record/messages.ts';
import { createPollStore } from '../adapters/record/polls.ts';
import { createReportStore } from '../adapters/record/reports.ts';
import { createSourceStore } from '../adapters/record/sources.ts';
import { createTable } from '../adapters/record/table.ts';
import { connect } from './cloud.ts';

/** The stage with all that has to do with what comes in. Refuses as `connect`. */
export async function connectIntake(stage: string) {
  const cloud = await connect(stage);
  const { settings, outputs } = cloud;
  const table = createTable(outputs.TableName, settings);
  return {
    ...cloud,
    sources: createSourceStore(table),
    messages: createMessageStore(table),
    items: createItemStore(table),
    polls: createPollStore(table),
    reports: createReportStore(table),
    secrets: createSourceSecrets(stage, settings),
    queue: createMessageQueue(outputs.QueueUrl, settings),
    deadLetters: createDeadLetters(
      { queue: outputs.QueueUrl, deadLetters: outputs.DeadLetterQueueUrl, byHand: stage === 'local' },
      settings,
    ),
  };
}
