import { parseEnvironment } from '../../adapters/environment.ts';
import { createLog } from '../../adapters/log.ts';
import { createRecordStore } from '../../adapters/record/createRecordStore.ts';
import { createTable } from '../../adapters/record/table.ts';
import { createSesMailSender } from '../../adapters/sesMailSender.ts';
import { wallClock } from '../../adapters/wallClock.ts';
import { sendMailsEnvironment } from './environment.ts';
import { createHandler } from './handler.ts';

const environment = parseEnvironment(sendMailsEnvironment, process.env);
export const handler = createHandler({
  store: createRecordStore(createTable(environment.TABLE_NAME)),
  sender: createSesMailSender(environment.SENDER_ADDRESS, environment.CONFIGURATION_SET),
  log: createLog('send-mails'),
  now: wallClock,
});
