import type { WatchSummary } from '../../operations/watchDay.ts';

/** A day's watch in a line; quiet days are counted, not listed. */
export function watchLines(days: readonly WatchSummary[]): string[] {
  if (days.length === 0) return ['Er is geen traject om na te lopen.'];
  const busy = days.flatMap((day) => {
    const did = didWhat(day);
    return did.length > 0 ? [`${day.day} ${day.trajectory}: ${did.join('; ')}`] : [];
  });
  const quiet = days.length - busy.length;
  return [
    ...busy,
    ...(quiet > 0 ? [`${quiet} ${quiet === 1 ? 'dag' : 'dagen'} zonder achterstallig werk.`] : []),
    ...days.flatMap(({ trajectory, day, daysLeft = 0 }) =>
      daysLeft > 0
        ? [
            `${trajectory} is bij tot en met ${day}; nog ${daysLeft} ${daysLeft === 1 ? 'dag' : 'dagen'} te gaan. Draai de ronde nog eens.`,
          ]
        : [],
    ),
  ];
}

function didWhat(day: WatchSummary): string[] {
  const counts: readonly (readonly [number, string])[] = [
    [day.started, 'uitvoeringen gestart'],
    [day.resumed, 'uitvoeringen hervat'],
    [day.woken, 'wachtende stappen gewekt'],
    [day.silences, 'keer stilte vastgelegd als kennisgenomen'],
    [day.mailsSent, 'berichten verzonden'],
    [day.reminders, 'herinneringen verzonden'],
    [day.mailsFailed, 'berichten niet te verzenden'],
    [day.flagsRaised, 'signalen gegeven'],
    [day.flagsResolved, 'signalen opgelost'],
  ];
  return [
    ...(day.opened.length > 0 ? [`geopend: ${day.opened.join(', ')}`] : []),
    ...(day.completed.length > 0 ? [`afgerond: ${day.completed.join(', ')}`] : []),
    ...counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`),
  ];
}
