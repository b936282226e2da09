import type { BodyCalendar } from '../../functions/domain/meetings/calendar.ts';
import type { DecisionRequest, Round } from '../../functions/domain/round/round.ts';
import { askedIn, flagOf, milestoneRow, type RecordOfTrajectory, roundOf, started } from './portalRecord.ts';

const COLLEGES = ['GM1900', 'GM0072', 'GM1949', 'GM1940'].map((code) => `${code}/college`);

function decided(
  outcome: DecisionRequest['outcome'],
  decidedOn: string,
  more: Partial<DecisionRequest> = {},
) {
  return {
    status: 'decided',
    outcome,
    decidedOn,
    recordedAt: `${decidedOn}T15:00:00.000Z`,
    ...more,
  } as const;
}

function passedFirstStage(round: Round): Round {
  const passed = { verdict: 'agreed', passedOn: '2026-02-10', passedAt: '2026-02-12T15:00:00.000Z' } as const;
  return {
    ...round,
    stages: round.stages.map((stage, index) => (index === 0 ? { ...stage, ...passed } : stage)),
  };
}

/** The process proposal in its third round: twice divided, twice revised, and now before the RAC. */
export function inThirdRound(clock: 'real' | 'virtual' = 'real'): RecordOfTrajectory {
  const first = roundOf('process-proposal', 1, '2025-12-01T08:00:00.000Z', {
    status: 'handed-over',
    verdict: 'divided',
    closedAt: '2025-12-18T15:00:00.000Z',
    revisedAt: '2026-01-08T09:00:00.000Z',
  });
  const second = roundOf('process-proposal', 2, '2026-01-08T09:00:00.000Z', {
    status: 'handed-over',
    verdict: 'divided',
    closedAt: '2026-01-22T15:00:00.000Z',
    revisionNote: 'De rol van Harlingen is verduidelijkt; zie <b>paragraaf 3</b>.',
    revisedAt: '2026-02-02T09:00:00.000Z',
  });
  const third = passedFirstStage(
    roundOf('process-proposal', 3, '2026-02-02T09:00:00.000Z', {
      revisionNote: 'De bijdrage per inwoner is verlaagd.',
      askAt: '2026-02-12T15:00:00.000Z',
      stage: 1,
    }),
  );
  const wrong = {
    decisionId: 'e'.repeat(32),
    outcome: 'rejected',
    decidedOn: '2026-02-10',
    recordedAt: '2026-02-10T15:00:00.000Z',
    by: 'secretaris@harlingen.example',
    via: 'portal',
    reason: 'Verkeerde uitkomst aangeklikt',
    correctedAt: '2026-02-11T10:00:00.000Z',
  } as const;
  const attachment = {
    key: 'besluitenlijsten/x.pdf',
    size: 1_258_291,
    sha256: 'a'.repeat(64),
    addedAt: '2026-02-11T11:00:00.000Z',
    by: 'secretaris@harlingen.example',
  };
  return {
    ...started('visietraject', clock),
    milestones: [milestoneRow('process-proposal', { status: 'open', openedAt: '2025-12-01T08:00:00.000Z' })],
    rounds: [first, second, third],
    requests: [
      ...COLLEGES.map((body, index) =>
        askedIn(first, body, decided(index === 1 ? 'rejected' : 'adopted', `2025-12-1${index + 5}`)),
      ),
      ...COLLEGES.map((body, index) =>
        askedIn(second, body, decided(index === 3 ? 'amended' : 'adopted', `2026-01-1${index + 5}`)),
      ),
      ...COLLEGES.map((body) =>
        askedIn(
          third,
          body,
          decided('adopted', '2026-02-10', {
            reference: 'B&W 2026/041',
            note: 'Met <script>alert(1)</script> de aanbeveling om jaarlijks te rapporteren.',
            ...(body === 'GM0072/college' && { corrections: [wrong], attachment }),
          }),
        ),
      ),
      askedIn(third, 'rac', {
        deferrals: [
          {
            decisionId: 'd'.repeat(32),
            decidedOn: '2026-02-17',
            newDate: '2026-03-10',
            recordedAt: '2026-02-17T10:00:00.000Z',
            note: 'Eerst een presentatie',
          },
        ],
      }),
    ],
    flags: [
      flagOf({ subject: 'process-proposal.r3 rac', reason: 'Niemand heeft nog geantwoord.' }),
      flagOf({ flag: 'at-risk', subject: 'vision-adopted', reason: 'De planning komt in gevaar.' }),
    ],
  };
}

/** Four councils that are away in summer and around Christmas, not all on the same days. */
export const COUNCIL_CALENDARS: readonly BodyCalendar[] = ['GM1900', 'GM0072', 'GM1949', 'GM1940'].map(
  (code, index) => ({
    body: `${code}/council`,
    meetings: [
      '2026-03',
      '2026-04',
      '2026-05',
      '2026-06',
      '2026-09',
      '2026-10',
      '2026-11',
      '2027-02',
      '2027-04',
      '2027-06',
      '2027-09',
    ].map((month) => ({ day: `${month}-${String(10 + index * 3)}` })),
    recesses: [
      { from: `2026-07-0${index + 3}`, until: `2026-08-${16 + index}`, name: 'zomerreces' },
      { from: '2026-12-19', until: '2027-01-03', name: 'kerstreces' },
      { from: `2027-07-1${index + 3}`, until: `2027-08-${20 + index}`, name: 'zomerreces' },
    ],
    facts: [{ day: '2026-03-18', kind: 'election' as const, name: 'Gemeenteraadsverkiezingen' }],
  }),
);
