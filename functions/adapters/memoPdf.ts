import { inLatin } from '../domain/memo/inLatin.ts';
import { memoParts } from '../domain/memo/memoParts.ts';
import type { MemoRow } from '../domain/memo/memoRow.ts';
import { memoFonts } from './memoFonts.ts';

const MARGIN = 64;
/** A heading is not left alone at the foot of a page. */
const ROOM_UNDER_HEADING = 72;

/**
 * The memo as PDF: A4, tagged (headings, paragraphs and lists in reading order), with its language, title and fonts. Of
 * one version, approved or not, it is always the same bytes: its only moment is that of the version.
 */
export async function memoPdf({ memo, version, digest, madeAt, approvedBy }: MemoRow): Promise<Uint8Array> {
  // Most functions that can draw one never do: loaded when needed.
  const { default: PDFDocument } = await import('pdfkit');
  const { title, facts, parts } = memoParts(memo, approvedBy);
  const doc = new PDFDocument({
    ...{ size: 'A4', margin: MARGIN, pdfVersion: '1.7', tagged: true, lang: 'nl-NL', displayTitle: true },
    // Its own fonts are read from files that a bundle lacks; null: it reads none. The types do not know it.
    font: null as unknown as string,
    info: {
      Title: inLatin(`${title}: ${memo.subject}`),
      Author: inLatin(memo.contact.name),
      Creator: 'Besluitketen',
      Producer: 'Besluitketen',
      CreationDate: new Date(madeAt),
    },
  });
  const { regular, bold } = memoFonts();
  doc.registerFont('regular', Buffer.from(regular, 'base64'));
  doc.registerFont('bold', Buffer.from(bold, 'base64'));
  const whole = bytesOf(doc);
  const root = doc.struct('Document');
  doc.addStructure(root);

  const paragraph = (words: string) =>
    doc.struct('P', {}, () => {
      doc.font('regular').fontSize(11).text(inLatin(words), { paragraphGap: 6, lineGap: 2 });
    });
  const heading = (level: 1 | 2, words: string) =>
    doc.struct(`H${level}`, {}, () => {
      doc
        .font('bold')
        .fontSize(level === 1 ? 20 : 14)
        .text(inLatin(words), { paragraphGap: 6 });
    });
  const list = (lines: readonly { readonly name: string; readonly words: string }[]) => {
    const items = lines.map(({ name, words }) =>
      doc.struct('LI', {}, [
        doc.struct('LBody', {}, () => {
          doc.font('bold').fontSize(11);
          doc.text(`${inLatin(name)}: `, { continued: true, lineGap: 2 });
          doc.font('regular').text(inLatin(words), { paragraphGap: 4, lineGap: 2 });
        }),
      ]),
    );
    return doc.struct('L', {}, items);
  };

  root.add(heading(1, title));
  root.add(list(facts));
  for (const part of parts) {
    doc.moveDown(0.5);
    if (doc.y > doc.page.maxY() - ROOM_UNDER_HEADING) doc.addPage();
    root.add(heading(2, part.title));
    for (const words of part.paragraphs) root.add(paragraph(words));
    if (part.lines.length > 0) root.add(list(part.lines));
  }
  doc.moveDown(0.5);
  root.add(paragraph(`Versie ${version}, kenmerk ${digest}.`));
  root.end();
  doc.end();
  return whole;
}

function bytesOf(doc: NodeJS.ReadableStream): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    doc.on('data', (piece: Buffer) => void pieces.push(piece));
    doc.on('end', () => resolve(Uint8Array.from(Buffer.concat(pieces))));
    doc.on('error', reject);
  });
}
