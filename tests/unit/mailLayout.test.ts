import { describe, expect, test } from 'vitest';
import { nl } from '../../functions/domain/mails/catalogue/nl/nl.ts';
import { drawMail, type MailParts } from '../../functions/domain/mails/layout.ts';

const LINK = 'https://portaal.example/besluit/abc?x=1&y=2';
const partsWith = (given: Partial<MailParts> = {}): MailParts => ({
  words: nl.layout,
  subject: 'College Aa: verzoek',
  preheader: 'U wordt gevraagd een besluit te nemen.',
  heading: 'Verzoek aan College Aa',
  paragraphs: ['Eerste alinea.'],
  facts: [['Uiterlijk', '31 maart 2026']],
  lead: { name: 'Sjoukje <Projectleider>', mail: 'lead@regio.example', phone: '+31 (0)515 489 000' },
  ...given,
});
const draw = (given?: Partial<MailParts>) => drawMail('voorbeeld/main.r1/asked', partsWith(given));

describe('every mail', () => {
  // Guards: functions/domain/mails/layoutHtml.ts: the preheader's line, before <main>.
  test('begins with what a list of mails shows behind the subject, and does not show it in the mail itself', () => {
    const { html } = draw();
    const body = html.slice(html.indexOf('<body'));
    expect(body).toMatch(
      /^<body[^>]*>\s*<div style="display:none[^"]*">U wordt gevraagd een besluit te nemen\./,
    );
  });

  // Guards: functions/domain/mails/layoutText.ts: `words.questions(lead)`; layoutHtml.ts: `withContacts`.
  test('says whom to call and write, in the page with links to do so', () => {
    const { text, html } = draw();
    expect(text).toContain(
      'Vragen? Bel Sjoukje <Projectleider>, +31 (0)515 489 000, of mail lead@regio.example',
    );
    expect(html).toMatch(/<a [^>]*href="tel:\+310515489000"[^>]*>\+31 \(0\)515 489 000<\/a>/);
    expect(html).toMatch(/<a [^>]*href="mailto:lead@regio\.example"[^>]*>lead@regio\.example<\/a>/);
    expect(html).toContain('Sjoukje &lt;Projectleider&gt;');
  });
  test('says whom to write where the plan has no number', () => {
    const { text, html } = draw({ lead: { name: 'Lead', mail: 'lead@regio.example' } });
    expect(text).toContain('Vragen? Mail Lead, lead@regio.example');
    expect(html).not.toContain('tel:');
  });

  test('has the language its reader reads, and its reference last', () => {
    const { html, text } = draw();
    expect(html).toMatch(/^<!doctype html><html lang="nl"/);
    expect(text.trimEnd().split('\n').at(-1)).toBe('Berichtkenmerk: voorbeeld/main.r1/asked');
  });

  // Guards: functions/domain/mails/layoutStyle.ts: the sizes; a fixed one does not grow with the reader's.
  test('has no fixed size in it, and nothing that is fetched from elsewhere', () => {
    const { html } = draw({ action: { label: 'Leg vast', url: LINK } });
    expect(html).not.toMatch(/[0-9]p[xt]\b/);
    expect(html).not.toMatch(/<(img|link|script|iframe)\b|url\(/);
  });
});

describe('the one thing to do', () => {
  // Guards: functions/domain/mails/layoutText.ts and layoutHtml.ts: `action`.
  test('is a button in the page, and its address stands by itself in the text', () => {
    const { html, text } = draw({ action: { label: 'Leg vast', url: LINK } });
    expect(html.match(/class="action"/g)).toHaveLength(1);
    expect(html).toContain('href="https://portaal.example/besluit/abc?x=1&amp;y=2"');
    expect(text).toContain(`\nLeg vast:\n${LINK}\n`);
  });
  test('is not there when there is nothing to do', () => {
    expect(draw().html).not.toContain('class="action"');
  });
});

test('readers of two languages find theirs in the one message, each marked as what it is', () => {
  const other = partsWith({ words: { ...nl.layout, lang: 'fy' }, heading: 'Fersyk oan Kolleezje Aa' });
  const { html, text, subject } = drawMail('voorbeeld/main.r1/asked', partsWith(), other);
  expect(subject).toBe('College Aa: verzoek');
  expect(html).toMatch(/<div lang="nl">[\s\S]*Verzoek aan College Aa[\s\S]*<div lang="fy">[\s\S]*Fersyk oan/);
  expect(text.indexOf('Verzoek aan')).toBeLessThan(text.indexOf('Fersyk oan'));
});
