import { expect, test } from 'vitest';
import { replanLines } from '../../functions/cli/views/replanLines.ts';
import { NO_CALENDARS } from '../../functions/domain/meetings/calendar.ts';
import { previewReplan } from '../../functions/operations/replan.ts';
import { AT, bothAsked, REASON, withoutAside } from './replanExample.ts';

test('a person reads what moves, what is dropped and whom it concerns, and that nothing was changed yet', async () => {
  const { store, plan: current } = await bothAsked();
  const plan = withoutAside([
    'owner: colleges, period: 2026-Q1, waitsFor: [prepare]}\n  - {id: noted',
    'owner: colleges, period: 2026-Q2, waitsFor: [prepare]}\n  - {id: noted',
  ]);
  const order = { trajectory: 'voorbeeld', plan, reason: REASON, calendars: NO_CALENDARS };
  const text = replanLines('voorbeeld', plan, await previewReplan(store, order, AT), true).join('\n');
  expect(text).toContain('Dit zou planversie 2 van traject voorbeeld worden; er is niets gewijzigd.');
  expect(text).toMatch(/│ Hoofdronde \(main\.r1\) +│ College Aa, College Bee +│ 31 maart 2026 /);
  expect(text).toContain('Nevenronde: ronde aside.r1 wordt ingetrokken');
  expect(text).toContain('Wie het aangaat (ieder krijgt één bericht, zodra het plan wordt ingevoerd)');
  expect(text).toContain('    - College Aa: de uiterste dag voor uw antwoord over Hoofdronde verschuift');
  const same = await previewReplan(store, { ...order, plan: current }, AT);
  expect(replanLines('voorbeeld', current, same, false)).toEqual([
    'Traject voorbeeld heeft dit plan al; er is niets gewijzigd.',
  ]);
});
