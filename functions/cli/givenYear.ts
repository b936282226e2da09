import { Refusal } from '../domain/refusal.ts';

/** A year as an option says it. Refuses INVALID_INPUT. */
export function givenYear(written: string): number {
  if (!/^2[01][0-9]{2}$/.test(written))
    throw new Refusal('INVALID_INPUT', `${JSON.stringify(written)} is geen jaar; schrijf het als 2026.`);
  return Number(written);
}
