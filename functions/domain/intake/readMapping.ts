import { byLine, type FileMistake } from '../importFile/fileMistake.ts';
import { readYaml } from '../plan/readYaml.ts';
import { type SourceMapping, sourceMappingSchema } from './sourceMapping.ts';

export type ReadMapping = { readonly mapping: SourceMapping } | { readonly mistakes: readonly FileMistake[] };

/** The map file of docs/sources.md, or everything that is wrong with it, each with its line. Total: never throws. */
export function readMapping(text: string): ReadMapping {
  const yaml = readYaml(text);
  if ('syntaxMistakes' in yaml) return { mistakes: yaml.syntaxMistakes };
  const parsed = sourceMappingSchema.safeParse(yaml.data ?? {});
  const wrong = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message, code, ...issue }): FileMistake => {
        const steps = path.map((step) => (typeof step === 'number' ? step : String(step)));
        const keys = code === 'unrecognized_keys' && 'keys' in issue ? (issue.keys as string[]) : [];
        return {
          line: yaml.lineOf([...steps, ...keys.slice(0, 1)]),
          problem:
            keys.length > 0
              ? `de sleutel ${keys.join(', ')} bestaat hier niet`
              : `${steps.join('.') || 'het bestand'}: ${message}`,
          remedy: 'zie docs/sources.md voor wat hier kan',
        };
      });
  const mistakes = byLine([...yaml.duplicateKeys, ...wrong]);
  return parsed.success && mistakes.length === 0 ? { mapping: parsed.data } : { mistakes };
}
