import { Logger } from '@aws-lambda-powertools/logger';
import type { Log } from '../operations/ports.ts';

/** Structured log lines; fields are ids (trajectory, round, body), never names, addresses or tokens. */
export function createLog(service: string): Log {
  const logger = new Logger({ serviceName: service });
  return {
    info: (message, fields) => logger.info(message, { ...fields }),
    warn: (message, fields) => logger.warn(message, { ...fields }),
  };
}
