import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { LocalCloudError } from './localCloudError.ts';

export const host = '127.0.0.1';

/** A port from the environment, e.g. `PORT=3000`. Throws INVALID_PORT. */
export function portFrom(name: string, standard: number, env: NodeJS.ProcessEnv = process.env): number {
  const given = env[name];
  if (given === undefined || given === '') return standard;
  const port = Number(given);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new LocalCloudError(
      'INVALID_PORT',
      `${name} moet een poortnummer van 1 tot en met 65535 zijn, niet '${given}'.`,
    );
  }
  return port;
}

/** Throws PORT_TAKEN when something listens there already. `variable` is what chooses another port. */
export async function demandFreePort(port: number, variable: string): Promise<void> {
  if (await isFree(port)) return;
  throw new LocalCloudError(
    'PORT_TAKEN',
    `Poort ${port} is al in gebruik; stop wat daar draait of kies een andere poort met ${variable}=<poort>.`,
  );
}

async function isFree(port: number): Promise<boolean> {
  if (await answers(port)) return false;
  // Not answering is not enough: a port can be bound and silent.
  const server = await bind(port).catch(() => undefined);
  server?.close();
  return server !== undefined;
}

/** Two different ports that nothing listens on at this moment. */
export async function freePorts(): Promise<[number, number]> {
  const servers = [await bind(0), await bind(0)] as const;
  const [first, second] = servers.map((server) => (server.address() as AddressInfo).port);
  for (const server of servers) server.close();
  return [first!, second!];
}

async function bind(port: number): Promise<Server> {
  const server = createServer().listen(port, host);
  await once(server, 'listening');
  return server;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host });
    const settle = (answered: boolean): void => {
      socket.destroy();
      resolve(answered);
    };
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
  });
}
