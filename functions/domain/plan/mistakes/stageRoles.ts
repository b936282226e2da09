import type { Draft, DraftStage } from '../draft.ts';
import type { Finding } from '../planMistake.ts';

/** Silence means something only where a stage takes note; weighing means something only where it decides. */
export function stageRoles(draft: Draft): Finding[] {
  return draft.rounds.flatMap((round) => round.stages.flatMap(ofStage));
}

function ofStage({ path, role, has }: DraftStage): Finding[] {
  const findings: Finding[] = [];
  if (has.has('silence') && role === 'decide') {
    findings.push({
      path: [...path, 'silence'],
      problem: 'Stilte is nooit instemming: een stap die besluit wacht op een antwoord van elk orgaan.',
      remedy: 'Haal "silence" weg; wie niet antwoordt wordt herinnerd en verschijnt als signaal.',
    });
  }
  if (has.has('silence') && role === 'advise') {
    findings.push({
      path: [...path, 'silence'],
      problem: 'Stilte is geen advies: een stap die adviseert wacht op een antwoord van elk orgaan.',
      remedy: 'Haal "silence" weg, of maak er "role: note" van als kennisnemen genoeg is.',
    });
  }
  if (role === 'advise' || role === 'note') {
    for (const key of ['rule', 'amendedCounts']) {
      if (!has.has(key)) continue;
      findings.push({
        path: [...path, key],
        problem: `"${key}" hoort bij een stap die besluit; in deze stap (role: ${role}) wordt niets gewogen.`,
        remedy: `Haal "${key}" weg, of maak er "role: decide" van.`,
      });
    }
  }
  return findings;
}
