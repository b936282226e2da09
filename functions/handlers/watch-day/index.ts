import { parseEnvironment } from '../../adapters/environment.ts';
import { createRecordStore } from '../../adapters/record/createRecordStore.ts';
import { createTable } from '../../adapters/record/table.ts';
import { createSesMailSender } from '../../adapters/sesMailSender.ts';
import { createStepFunctionsChain } from '../../adapters/stepFunctionsChain.ts';
import { wallClock } from '../../adapters/wallClock.ts';
import { watchDayEnvironment } from './environment.ts';
import { createHandler } from './handler.ts';

const environment = parseEnvironment(watchDayEnvironment, process.env);
export const handler = createHandler({
  store: createRecordStore(createTable(environment.TABLE_NAME)),
  chain: createStepFunctionsChain(environment.CHAIN_ARN),
  sender: createSesMailSender(environment.SENDER_ADDRESS, environment.CONFIGURATION_SET),
  now: wallClock,
});
