import { Refusal } from '../domain/refusal.ts';

/** Characters of a note, of a decision or of a revised proposal. */
export const LONGEST_NOTE = 4000;

/** A text option without the space around it; left out when there is nothing else. Refuses INVALID_INPUT. */
export function givenText<Name extends string>(
  name: Name,
  given: string | undefined,
  longest: number,
): { [name in Name]?: string } {
  const trimmed = given?.trim();
  if (!trimmed) return {};
  if (trimmed.length > longest) {
    throw new Refusal('INVALID_INPUT', `--${name} is langer dan ${longest} tekens; kort de tekst in.`);
  }
  return { [name]: trimmed } as { [name in Name]: string };
}

/** A text option that must say something. Refuses INVALID_INPUT. */
export function requiredText(name: string, given: string, longest: number): string {
  const text = givenText(name, given, longest)[name];
  if (text === undefined) throw new Refusal('INVALID_INPUT', `Geef met --${name} een tekst op; hij is leeg.`);
  return text;
}
