import type { Standing } from '../../operations/executions/listExecutions.ts';
import { Badge, type Tone } from '../pages/badge.tsx';

const STANDING: Readonly<Record<Standing, readonly [tone: Tone, word: string]>> = {
  running: ['active', 'loopt'],
  'to-start': ['waiting', 'wordt nog gestart'],
  failed: ['stopped', 'mislukt'],
  'timed-out': ['stopped', 'over haar tijd'],
  aborted: ['stopped', 'gestopt'],
  absent: ['stopped', 'niet gevonden'],
  succeeded: ['warning', 'klaar, ronde nog open'],
  unknown: ['warning', 'onbekend'],
  concluded: ['done', 'ronde afgerond'],
  'handed-over': ['done', 'ronde terug voor herziening'],
  withdrawn: ['done', 'ronde ingetrokken'],
};

/** How an execution goes, as a word and a sign. */
export function StandingBadge({ standing }: { readonly standing: Standing }) {
  const [tone, word] = STANDING[standing];
  return <Badge tone={tone}>{word}</Badge>;
}

/** Every execution after the first is a resume. */
export function resumedWords(epoch: number): string {
  if (epoch <= 1) return '';
  return epoch === 2 ? 'één keer' : `${epoch - 1} keer`;
}
