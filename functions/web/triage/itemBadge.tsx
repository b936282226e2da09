import type { IncomingItem } from '../../domain/intake/incomingItem.ts';
import { Badge, type Tone } from '../pages/badge.tsx';

const STANDING: Readonly<Record<IncomingItem['status'], readonly [tone: Tone, word: string]>> = {
  proposed: ['active', 'te bevestigen'],
  unknown: ['warning', 'niet thuis te brengen'],
  accepted: ['done', 'overgenomen'],
  dismissed: ['stopped', 'afgewezen'],
};

/** Where something that came in stands. */
export function ItemBadge({ item: { status } }: { readonly item: Pick<IncomingItem, 'status'> }) {
  const [tone, word] = STANDING[status];
  return <Badge tone={tone}>{word}</Badge>;
}
