import { describe, expect, test } from 'vitest';
import type { CouncilRequest } from '../../../functions/domain/councils/councilSystem.ts';
import { ibabs } from '../../../functions/domain/councils/ibabs/ibabs.ts';
import { readMeetings } from '../../../functions/domain/councils/ibabs/readMeetings.ts';
import { meeting, meetings, soap, told } from './ibabsAnswers.ts';

const poll = { url: 'https://wcf.ibabs.example/api/Public.svc', body: 'council' } as const;
const window = { from: '2026-04-07', until: '2026-05-13' };
const today = '2026-05-13';
const read = (answer: string) => readMeetings(answer, { today });

describe('iBabs is asked', () => {
  test('for the meetings of its site in these days, as SOAP 1.1', () => {
    const { url, post } = ibabs.first({ ...poll, organisation: 'noorder<meer>&' }, window) as CouncilRequest;
    expect(url).toBe(poll.url);
    expect(post).toMatchObject({
      contentType: 'text/xml; charset=utf-8',
      soapAction: '"http://tempuri.org/IPublic/GetMeetingsByDateRange"',
    });
    expect(post?.body).toContain('<Sitename>noorder&lt;meer&gt;&amp;</Sitename>');
    expect(post?.body).toContain(
      '<StartDate>2026-04-07T00:00:00</StartDate><EndDate>2026-05-13T23:59:59</EndDate><MetaDataOnly>false</MetaDataOnly>',
    );
  });

  test('only when it is known for which site', () => {
    expect(ibabs.first(poll, window)).toHaveProperty('missing');
  });
});

describe('a decision of iBabs', () => {
  test('is read from its votes', () => {
    const answer = meetings(meeting([{ id: '6', title: 'Visie', votes: ['Aangenomen'] }]));
    expect(read(answer)).toMatchObject({
      decisions: [
        { externalId: 'meeting_item/6', meetingDay: '2026-05-12', title: 'Visie', said: 'aangenomen' },
      ],
    });
  });

  test('is for a person when its votes say different things', () => {
    const answer = meetings(meeting([{ id: '6', title: 'Visie', votes: ['Aangenomen', 'Verworpen'] }]));
    expect(read(answer)).toMatchObject({ decisions: [{ said: 'anders', saidAs: 'Aangenomen; Verworpen' }] });
  });

  test('is read from a line of its explanation, which is HTML inside XML', () => {
    const explanation =
      '&lt;p&gt;Toelichting&lt;/p&gt;&lt;p&gt;Besluit: &lt;b&gt;doorgeschoven&lt;/b&gt;&lt;/p&gt;';
    const answer = meetings(
      meeting([{ id: '6', title: 'Visie &amp;amp; &lt;i&gt;plan&lt;/i&gt;', explanation }]),
    );
    expect(read(answer)).toMatchObject({
      decisions: [
        { title: 'Visie & plan', text: 'Toelichting\nBesluit: doorgeschoven', said: 'doorgeschoven' },
      ],
    });
  });

  test('is none of what is confidential, undecided, or yet to come', () => {
    const answer = meetings(
      meeting([
        { id: '6', title: 'Visie', votes: ['Aangenomen'], confidential: true },
        { id: '7', title: 'Visie' },
      ]),
      meeting([{ id: '8', title: 'Visie', votes: ['Aangenomen'] }], '2026-05-14T00:00:00'),
    );
    expect(read(answer)).toMatchObject({ decisions: [], undecided: 3 });
  });

  test('is read from one meeting as from many', () => {
    const one = (date: string) => meeting([{ id: date, title: 'Visie', votes: ['V'] }], `${date}T00:00:00`);
    expect(read(meetings(one('2026-05-12'), one('2026-04-14')))).toMatchObject({
      decisions: [{ meetingDay: '2026-05-12' }, { meetingDay: '2026-04-14' }],
    });
  });
});

describe('what iBabs tells otherwise', () => {
  test('an empty window comes as an error and is a quiet month', () => {
    expect(read(told('ERR', 'No public meetings!'))).toMatchObject({ kind: 'read', decisions: [] });
    expect(read(meetings())).toMatchObject({ kind: 'read', decisions: [] });
  });

  test.each(['IPaddress 192.0.2.7 has no access to site noordermeer!', 'Invalid site!'])(
    '“%s” is a refusal',
    (message) => {
      expect(read(told('ERR', message))).toMatchObject({
        kind: 'refused',
        sentence: expect.stringMatching(/toegang/),
      });
    },
  );

  test('what is missing costs the meeting or item, and is counted', () => {
    const good = meeting([{ id: '6', title: 'Visie', votes: ['A'] }]);
    const answer = meetings(
      '<a:iBabsMeeting><a:Id>1</a:Id></a:iBabsMeeting>',
      good.replace('<a:Id>6</a:Id>', ''),
      good,
    );
    expect(read(answer)).toMatchObject({ decisions: [{ title: 'Visie' }], skipped: 2 });
  });
});

describe('a changed layout', () => {
  test.each([
    ['a page', '<html><body>The request is blocked</body></html>'],
    ['no XML at all', '{"meetings":[]}'],
    ['an unclosed answer', soap('').slice(0, 120)],
    ['another operation', soap('').replaceAll('GetMeetingsByDateRange', 'GetMeetings')],
    ['meetings of another name', soap('<a:Status>OK</a:Status><a:Meetings><a:Vergadering/></a:Meetings>')],
    ['meetings without a day', meetings(meeting([]).replaceAll('MeetingDate', 'Datum'))],
    ['a tree without end', `${'<a>'.repeat(5_000)}${'</a>'.repeat(5_000)}`],
  ])('is said of %s', (_what, answer) => {
    expect(read(answer)).toMatchObject({
      kind: 'layout-changed',
      sentence: expect.stringMatching(/iBabs.*beheerder/),
    });
  });
});

describe('hostile XML', () => {
  const laughs = `<!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from({ length: 9 }, (_, n) => `<!ENTITY lol${n + 1} "${`&lol${n || ''};`.repeat(10)}">`).join('')}]>`;
  const withTitle = (title: string) => meetings(meeting([{ id: '6', title, votes: ['Aangenomen'] }]));

  // Guards: readXml.ts: `if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return undefined;`
  test.each([
    ['a billion laughs', `${laughs}${withTitle('&lol9;')}`],
    ['an external entity', `<!DOCTYPE s [<!ENTITY file SYSTEM "file:///etc/passwd">]>${withTitle('&file;')}`],
    ['an external document type', `<!doctype s SYSTEM "http://evil.example/x.dtd">${withTitle('Visie')}`],
  ])('%s is not read', (_what, answer) => {
    const start = performance.now();
    expect(read(answer)).toMatchObject({ kind: 'layout-changed' });
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  test('an entity without a document type stays what was written', () => {
    expect(read(withTitle('&lol9; Visie'))).toMatchObject({ decisions: [{ title: '&lol9; Visie' }] });
  });

  // Guards: readXml.ts: `processEntities: false`
  test('what is written as text in HTML in XML is decoded once for each, and no further', () => {
    expect(read(withTitle('Visie &amp;amp;lt;3'))).toMatchObject({ decisions: [{ title: 'Visie &lt;3' }] });
  });

  test('a name that means something to JavaScript is refused, and changes nothing', () => {
    const answer = withTitle('Visie').replace(
      '<a:Features>',
      '<__proto__><polluted>yes</polluted></__proto__><a:Features>',
    );
    expect(read(answer)).toMatchObject({ kind: 'layout-changed' });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

test('five megabytes of meetings are read within seconds', () => {
  const explanation = 'toelichting '.repeat(80);
  const many = Array.from({ length: 40 }, (_, n) => ({ id: `${n}`, title: `Voorstel ${n}`, explanation }));
  const answer = meetings(...Array.from({ length: 110 }, () => meeting(many)));
  expect(answer.length).toBeGreaterThan(4_500_000);
  const start = performance.now();
  expect(read(answer)).toMatchObject({ kind: 'read', undecided: 4_400 });
  expect(performance.now() - start).toBeLessThan(10_000);
});
