import { DECISIONS_CHANNEL } from '../announcement.ts';
import { MESSAGE_KINDS, type MessageKind, type Source } from '../source.ts';

/** Where the decisions of a source are listed; or why what it did not tell is not looked for, as a Dutch sentence. */
export type Reconcilable = { readonly list: string; readonly speaks: MessageKind } | { readonly why: string };

export function reconcilable({ speaks, origins, mapping }: Source): Reconcilable {
  const kind = MESSAGE_KINDS.find((each) => each === speaks);
  if (!kind) return { why: 'Zij stuurt geen berichten en wordt zelf bevraagd.' };
  if (!mapping.resources) return { why: 'In haar map staat niet bij "resources" waar haar besluiten staan.' };
  if (origins.length === 0)
    return { why: 'Er is geen --origin opgegeven waar haar besluiten op te halen zijn.' };
  if (mapping.ignore.channels.includes(DECISIONS_CHANNEL))
    return { why: `Haar map slaat het kanaal "${DECISIONS_CHANNEL}" over.` };
  return { list: mapping.resources, speaks: kind };
}
