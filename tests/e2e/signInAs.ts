import { besluitketenHere } from './commandLine.ts';

export interface Person {
  readonly mail: string;
  readonly temporaryPassword: string;
}

/** A user of the local cloud's pool, made by the command line. */
export async function newUser(mail: string): Promise<Person> {
  const { exitCode, stdout, stderr } = await besluitketenHere(['roles', 'user', mail, '--json']);
  if (exitCode !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Person;
}

export const NEW_PASSWORD = 'een lange zin als wachtwoord 7';
