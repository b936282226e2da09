import type { Context } from 'hono';
import * as z from 'zod';
import { decodeText } from '../../domain/importFile/decodeText.ts';
import type { FileMistake } from '../../domain/importFile/fileMistake.ts';
import { LARGEST_TEXT } from '../largestForm.ts';

const postedSchema = z.object({
  stap: z.enum(['controleren', 'wijzigen', 'doorvoeren']),
  bewijs: z.string().max(100).default(''),
  tekst: z.string().default(''),
  naam: z.string().max(100).default(''),
  orgaan: z.string().max(100).default(''),
  bestand: z.instanceof(File).optional().catch(undefined),
});

/** A file as somebody chose, pasted or mended it. */
export interface GivenFile {
  readonly text: string;
  /** Of the file it came from; empty of what was pasted. */
  readonly name: string;
  /** Whose it is where it does not say so; empty when it does. */
  readonly body: string;
}

export interface PostedImport {
  readonly step: z.infer<typeof postedSchema>['stap'];
  readonly token: string;
  readonly given: GivenFile;
  /** Why what was sent is no text; then there is none. */
  readonly unreadable?: readonly FileMistake[];
}

const MOST = {
  bytes: LARGEST_TEXT,
  remedy: 'neem een kortere periode op, of lees het in met de opdrachtregel',
};

/** The form of an import; undefined when it is not one. A file that was chosen goes before what was pasted. */
export async function readPostedImport(c: Context): Promise<PostedImport | undefined> {
  const { data } = postedSchema.safeParse(await c.req.parseBody());
  if (!data) return undefined;
  const { stap: step, bewijs: token, tekst, naam, orgaan: body, bestand } = data;
  const isFile = bestand !== undefined && bestand.size > 0;
  const bytes = isFile ? new Uint8Array(await bestand.arrayBuffer()) : new TextEncoder().encode(tekst);
  const name = isFile ? baseName(bestand.name) : naam;
  const read = decodeText(bytes, MOST);
  if ('mistakes' in read) return { step, token, given: { text: '', name, body }, unreadable: read.mistakes };
  // A browser sends every line's end as two signs: a file is the same before and after it was looked at.
  return { step, token, given: { text: read.text.replace(/\r\n?/g, '\n'), name, body } };
}

/** Its folder may name a person. */
function baseName(file: string): string {
  return (file.split(/[\\/]/).at(-1) ?? '').slice(0, 100);
}
