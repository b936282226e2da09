import { expect, test } from 'vitest';
import { auditRowsOf, store } from './deployed.ts';
import { R1 } from './executions.ts';
import {
  answer,
  answerAll,
  atRest,
  COLLEGES,
  COUNCILS,
  startedTrajectory,
  untilAsked,
} from './trajectories.ts';
import { expectOneOfEach, finishRound } from './wholeRound.ts';

// Covered elsewhere: the same and another answer at once, and an answer before the body is asked (races.test.ts); a
// wrong body, a round that is not open yet, an answer to a divided round (refusals.test.ts).

const deferred = (newDate: string) =>
  ({ outcome: 'deferred', on: '2025-12-09', at: '2025-12-09T10:00:00.000Z', newDate }) as const;

/** Guards: functions/adapters/record/roundWrites.ts: '#status = :open AND size(#deferrals) = :deferrals' */
test('a second deferral follows the first, two at once are both kept, and none follows an answer', async () => {
  const plan = await startedTrajectory('deferrals');
  const [body, other, third] = COLLEGES;
  await answer(plan.id, R1, body, deferred('2025-12-16'));
  await answer(plan.id, R1, body, deferred('2026-01-13'));
  // The first one again is no third one.
  expect(await answer(plan.id, R1, body, deferred('2025-12-16'))).toMatchObject({ changed: false });
  const newDates = async (of: string) =>
    (await store.request(plan.id, R1, of))?.deferrals.map(({ newDate }) => newDate);
  expect(await newDates(body)).toEqual(['2025-12-16', '2026-01-13']);

  await Promise.all(
    ['2026-01-13', '2026-01-20', '2026-01-27'].map((day) => answer(plan.id, R1, other, deferred(day))),
  );
  expect((await newDates(other))?.sort()).toEqual(['2026-01-13', '2026-01-20', '2026-01-27']);

  const [late] = await Promise.allSettled([
    answer(plan.id, R1, third, deferred('2026-01-13')),
    answer(plan.id, R1, third),
  ]);
  if (late.status === 'rejected') expect(late.reason).toMatchObject({ code: 'CONFLICT' });
  const request = await store.request(plan.id, R1, third);
  expect(request).toMatchObject({ status: 'decided', outcome: 'adopted' });
  expect(request?.deferrals).toHaveLength(late.status === 'fulfilled' ? 1 : 0);
  await expect(answer(plan.id, R1, third, deferred('2026-02-03'))).rejects.toMatchObject({
    code: 'CONFLICT',
  });
  const entries = (await auditRowsOf(plan.id)).filter(({ what }) => what === 'deferred');
  expect(entries).toHaveLength(late.status === 'fulfilled' ? 6 : 5);
});

/**
 * Guards: workflows/askBodies.ts: '#askedAt = if_not_exists(#askedAt, :askedAt)' in the update of a request
 * Guards: functions/domain/decision/judge.ts: if (request && isRecorded(request, id)) return same
 */
test('a body that defers before it is asked is asked once in its turn, and what was said is kept', async () => {
  const plan = await startedTrajectory('deferred-early');
  const council = COUNCILS[0];
  for (const early of ['rac', council]) await answer(plan.id, R1, early, deferred('2026-01-13'));
  expect(await store.request(plan.id, R1, council)).not.toHaveProperty('askedAt');
  await answerAll(plan.id, R1, COLLEGES);
  await untilAsked(plan.id, R1, ['rac']);
  expect(await store.request(plan.id, R1, 'rac')).toMatchObject({
    status: 'open',
    askedAt: '2025-12-16T10:00:00.000Z',
    silenceOn: expect.any(String),
    deferrals: [{ newDate: '2026-01-13' }],
  });

  // The same again after the round has gone on, and after it was concluded, is a success without effect.
  const again = () => answer(plan.id, R1, COLLEGES[0]);
  expect(await again()).toMatchObject({ changed: false });
  await expect(answer(plan.id, R1, COLLEGES[0], { outcome: 'rejected' })).rejects.toMatchObject({
    code: 'CONFLICT',
  });
  await finishRound(plan);
  expect(await again()).toMatchObject({ changed: false });
  expect(await answer(plan.id, R1, council, deferred('2026-01-13'))).toMatchObject({ changed: false });
  await expect(answer(plan.id, R1, council, deferred('2026-02-03'))).rejects.toMatchObject({
    code: 'CONFLICT',
  });
  await atRest(plan);
  await expectOneOfEach(plan);
  expect((await store.request(plan.id, R1, council))?.deferrals).toMatchObject([{ newDate: '2026-01-13' }]);
});
