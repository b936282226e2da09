import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dueTermsOf } from '../../functions/domain/agenda/dueTerms.ts';
import { composeMail } from '../../functions/domain/mails/compose.ts';
import { mailFailures } from '../../functions/domain/mails/failures.ts';
import type { MailMatter } from '../../functions/domain/mails/mailMatter.ts';
import { type MailReason, owedMails } from '../../functions/domain/mails/owedMails.ts';
import { NO_CALENDARS } from '../../functions/domain/meetings/calendar.ts';
import type { DecisionRequest, Round } from '../../functions/domain/round/round.ts';
import { mailTags, readMailRows } from '../../functions/operations/mailTags.ts';
import { COLLEGES, decidedRow, examplePlan, LATER, requestRow, roundRow } from './exampleRecord.ts';
import { messagesOf } from './messagesOf.ts';

const PLAN = examplePlan();
const SECRET = 'AQCEAAAAKgAAAAMAAAAAAAAAAS-secret-task-token';

const matterOf = (given: Partial<MailMatter>): MailMatter => {
  const plan = given.plan ?? PLAN;
  const terms = dueTermsOf(plan, 1, { calendars: NO_CALENDARS, version: 0 });
  return { plan, round: roundRow(), requests: [], contacts: [], terms, ...given };
};
const asked = (request: DecisionRequest): MailReason => ({ kind: 'asked', key: 'asked', request });
const decided = (request: DecisionRequest): MailReason => ({ kind: 'decided', key: 'decided-x', request });
const composeWith = (reason: MailReason, matter: MailMatter) =>
  composeMail(messagesOf(reason, matter)[0]!, matter);
const compose = (reason: MailReason, round = roundRow(), requests: DecisionRequest[] = []) =>
  composeWith(reason, matterOf({ plan: PLAN, round, requests }));

describe('a body that is asked', () => {
  const mail = compose(asked(requestRow(COLLEGES[0])));

  test('reads in the subject who is asked for what about what', () => {
    expect(mail.subject).toBe(
      'College Aa: verzoek om een besluit te nemen – Hoofdronde, uiterlijk 31 maart 2026',
    );
  });
  test('is the only one that gets this mail, and answers to a person', () => {
    expect(mail).toMatchObject({ to: ['college@aa.example'], replyTo: 'lead@regio.example' });
  });
  test('reads that silence is not consent', () => {
    expect(mail.text).toContain('stilte geldt niet als instemming');
    expect(mail.text).toMatch(/Gevraagd op: +20 januari 2026/);
    expect(mail.text).toContain('main.r1');
  });
  test('reads when its silence is recorded, if it only has to take note', () => {
    const noting = compose(asked(requestRow('rac')));
    expect(noting.subject).toBe('Commissie: verzoek om kennis te nemen – Hoofdronde, uiterlijk 3 maart 2026');
    expect(noting.text).toContain('Horen wij uiterlijk 3 maart 2026 niets');
    expect(noting.text).not.toContain('stilte geldt niet als instemming');
  });
  test('reads in a second round that the proposal was revised, and what', () => {
    const round = roundRow({ number: 2, revisionNote: 'Bijlage 2 is aangepast' });
    const again = compose(asked(requestRow(COLLEGES[0], {}, round)), round);
    expect(again.subject).toContain('herzien voorstel (ronde 2)');
    expect(again.text).toContain('Wat er herzien is: Bijlage 2 is aangepast');
  });
  test('reads what is proposed', () => {
    const round = roundRow({ proposal: 'Stem in met het kader.' });
    expect(compose(asked(requestRow(COLLEGES[0])), round).text).toContain('Stem in met het kader.');
  });
});

describe('the others, when a body has answered', () => {
  const answer = decidedRow(COLLEGES[0], { reference: 'O26.001', note: 'Met een kanttekening' });
  const mail = compose(decided(answer), roundRow(), [answer, requestRow(COLLEGES[1])]);

  test('read in the subject who answered what', () => {
    expect(mail.subject).toBe('College Aa: aangenomen op 2 februari 2026 – Hoofdronde');
  });
  test('are the project lead and all other bodies, each once; not the body itself', () => {
    expect([...mail.to].sort()).toEqual([
      'college@bee.example',
      'griffie@aa.example',
      'griffie@bee.example',
      'lead@regio.example',
      'rac@regio.example',
    ]);
  });
  test('read the day, the reference and the note', () => {
    expect(mail.text).toMatch(/Datum: +2 februari 2026/);
    expect(mail.text).toMatch(/Kenmerk: +O26\.001/);
    expect(mail.text).toMatch(/Opmerking: +Met een kanttekening/);
  });
  test('read who has not answered yet in this stage, and only those', () => {
    expect(mail.text).toContain('Nog niet geantwoord in deze stap:\n- College Bee\n\n');
    expect(mail.text).not.toContain('- College Aa');
    expect(mail.text).not.toContain('- Raad');
  });
  test('read of nobody when all have answered', () => {
    const all = [answer, decidedRow(COLLEGES[1])];
    expect(compose(decided(answer), roundRow(), all).text).not.toContain('Nog niet geantwoord');
  });
  test('read the new date of a deferral, and that the body still has to answer', () => {
    const deferral = {
      decisionId: 'e'.repeat(32),
      decidedOn: '2026-02-02',
      newDate: '2026-03-03',
      recordedAt: LATER,
    };
    const request = requestRow(COLLEGES[0], { deferrals: [deferral] });
    const told = compose(decided(request), roundRow(), [request, decidedRow(COLLEGES[1])]);
    expect(told.subject).toBe('College Aa: aangehouden op 2 februari 2026 – Hoofdronde');
    expect(told.text).toMatch(/Nieuwe datum: +3 maart 2026/);
    expect(told.text).toContain('Nog niet geantwoord in deze stap:\n- College Aa\n');
  });
  test('read of a silence that it was silence', () => {
    const silent = decidedRow('rac', { outcome: 'noted', via: 'watch', by: 'Besluitketen' });
    const told = compose(decided(silent), roundRow({ stage: 1 }), [silent]);
    expect(told.text).toContain('heeft binnen de termijn niet geantwoord');
    expect(told.text).not.toContain('heeft over "Hoofdronde" geantwoord');
  });
});

describe('everybody, when a round is closed', () => {
  const requests = [
    decidedRow(COLLEGES[0]),
    decidedRow(COLLEGES[1], { outcome: 'rejected', note: 'Te duur' }),
  ];

  test('reads of a divided round who said what and that a revised proposal follows', () => {
    const mail = compose({ kind: 'divided', key: 'divided' }, roundRow({ status: 'handed-over' }), requests);
    expect(mail.subject).toBe('Hoofdronde: verdeeld op 20 januari 2026, terug voor een herzien voorstel');
    expect(mail.text).toContain('- College Aa: aangenomen (2 februari 2026)\n');
    expect(mail.text).toContain('- College Bee: verworpen (2 februari 2026) – Te duur');
    expect(mail.to).toHaveLength(6);
  });
  test('reads of a concluded round all its answers', () => {
    const mail = compose(
      { kind: 'concluded', key: 'concluded' },
      roundRow({ status: 'concluded' }),
      requests,
    );
    expect(mail.subject).toBe('Hoofdronde: ronde afgerond op 20 januari 2026');
    expect(mail.text).toContain('De antwoorden:\n- College Aa');
  });
  test('a partner reads what follows in the planning', () => {
    const reason: MailReason = { kind: 'partner-informed', key: 'partner-bedrijf', partner: 'bedrijf' };
    const first = roundRow({ status: 'concluded', stages: roundRow().stages.slice(0, 1) });
    const mail = compose(reason, first);
    expect(mail).toMatchObject({
      to: ['info@bedrijf.example'],
      subject: 'Voorbeeld: planning na "Hoofdronde", 20 januari 2026',
    });
    expect(mail.text).toContain(
      'Wat volgt:\n- Kennisnemen (2e kwartaal 2026)\n- Vaststellen (2e kwartaal 2026)\n',
    );
  });
});

/** Every reason for a mail there is, of rows with this text in each field a person fills in. */
function everyMail(text: string): ReturnType<typeof compose>[] {
  const plan = examplePlan();
  const round = roundRow({ title: text, proposal: text, revisionNote: text, number: 2 });
  const typed = { reference: text, note: text, by: text, token: SECRET };
  const requests = [
    decidedRow(COLLEGES[0], { ...typed, outcome: 'rejected' }),
    requestRow(COLLEGES[1], {
      token: SECRET,
      deferrals: [
        {
          decisionId: 'e'.repeat(32),
          decidedOn: '2026-02-02',
          newDate: '2026-03-03',
          recordedAt: LATER,
          reference: text,
          note: text,
        },
      ],
    }),
    requestRow('rac', { token: SECRET }),
  ];
  const statuses: Round['status'][] = ['open', 'handed-over', 'concluded'];
  return statuses.flatMap((status) => {
    const closed = { ...round, status };
    return owedMails(closed, requests).map((reason) =>
      composeWith(reason, matterOf({ plan, round: closed, requests })),
    );
  });
}

describe('whatever a person typed', () => {
  // The guard is that compose.ts never reads `token`.
  test('no composed mail of any kind holds a task token', () => {
    const mails = everyMail('tekst');
    expect(mails.length).toBeGreaterThanOrEqual(9);
    expect(JSON.stringify(mails)).not.toContain(SECRET);
  });

  // The guard is `oneLine` in drawMail.
  test('a title with line breaks adds no header: the subject is one line', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(fc.string(), fc.constantFrom('\r\n', '\n', '\r', '\u2028', '\u0085', 'Bcc: x@y.example')),
        ),
        (pieces) => {
          for (const { subject } of everyMail(`A${pieces.join('')}`))
            expect(subject).not.toMatch(/[\r\n\u2028\u2029]/);
        },
      ),
      { numRuns: 60 },
    );
  });

  // The guard is `escape` in asHtml, at each place where text goes in.
  test('a note with HTML is shown, not carried out', () => {
    for (const { html } of everyMail('<img src=x onerror="alert(1)"> & \'quoted\'')) {
      expect(html).not.toContain('<img');
      expect(html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; &#39;quoted&#39;');
    }
  });

  test('a name in the plan with HTML is shown too, also as a heading', () => {
    const plan = examplePlan(['name: College Aa,', 'name: College <Aa>,']);
    const request = decidedRow(COLLEGES[0]);
    for (const reason of [asked(requestRow(COLLEGES[0])), decided(request)]) {
      const { html } = composeWith(reason, matterOf({ plan, round: roundRow(), requests: [request] }));
      expect(html).not.toContain('<Aa>');
      expect(html).toMatch(/<h1[^>]*>[^<]*College &lt;Aa&gt;/);
    }
  });

  test('text and HTML say the same', () => {
    for (const { text, html } of everyMail('Tekst')) {
      const shown = html
        .replace(/<\/?a[^>]*>/g, '')
        .replace(/<[^>]+>/g, ' ')
        .replace(/&quot;/g, '"')
        .replace(/\s+/g, ' ');
      for (const line of text
        .split('\n')
        .filter((each) => /^(- |[A-Z])/.test(each) && !/^[A-Z][^.]*: /.test(each))) {
        expect(shown).toContain(line.replace(/^- /, '').replace(/:$/, '').trim());
      }
    }
  });
});

describe('the tags of a mail', () => {
  const longest = {
    trajectory: `a${'b'.repeat(31)}`,
    round: { family: `r${'o'.repeat(31)}`, number: 999 },
    body: `c${'d'.repeat(23)}`,
  };

  test('fit in what SES allows, for the longest ids a plan may have', () => {
    for (const key of [`partner-${'p'.repeat(24)}`, `decided-${'d'.repeat(12)}`]) {
      for (const tag of Object.values(mailTags('partner-informed', [{ owner: longest, key }]))) {
        expect(tag).toMatch(/^[A-Za-z0-9_-]{1,256}$/);
      }
    }
  });
  const leadBack = (tags: Record<string, string>) =>
    readMailRows(Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, [value]])));
  test('lead back to the rows: of a request, a round and a milestone, several for a message with several reasons', () => {
    const { body: _none, ...ofRound } = longest;
    const rows = [
      { owner: longest, key: 'asked' },
      { owner: { ...ofRound, body: undefined }, key: 'divided' },
      {
        owner: { trajectory: longest.trajectory, milestone: 'm'.repeat(48) },
        key: 'remind-2026-06-30-b10-0123abcd',
      },
    ];
    expect(leadBack(mailTags('reminder', rows))).toEqual(rows);
    for (const tag of Object.values(mailTags('reminder', rows)))
      expect(tag).toMatch(/^[A-Za-z0-9_-]{1,256}$/);
  });
  test.each(['', 'not base64 of ours', 'WzEsMl0'])("another system's tag %j is not ours", (tag) => {
    expect(readMailRows({ row: [tag], other: ['x'] })).toEqual([]);
  });
  test('two reasons on one row have different hashes', () => {
    expect(mailTags('asked', [{ owner: longest, key: 'asked' }]).reason).not.toBe(
      mailTags('asked', [{ owner: longest, key: 'decided-x' }]).reason,
    );
  });
});

test('a mail that failed is told with its reason until it was sent', () => {
  const failed = { claimedUntil: LATER, attempts: 2, error: 'Address is on the suppression list' };
  const request = requestRow(COLLEGES[0], { mails: { asked: failed } });
  expect(mailFailures(roundRow({ mails: { divided: failed } }), [request])).toEqual([
    expect.stringMatching(/^main\.r1 divided: .* na 2 keer proberen \(Address is on the suppression list\)/),
    expect.stringMatching(/^main\.r1 GM0001\/college asked: /),
  ]);
  const sent = { ...request, mails: { asked: { ...failed, sentAt: LATER } } };
  expect(mailFailures(roundRow(), [sent])).toEqual([]);
});
