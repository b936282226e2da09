/**
 * What a message announces, before anything was fetched. `resource`: the decision is at this address. `stated`: the
 * message itself holds it. `unclear`: a person must look; `about` puts messages of one kind under one item.
 */
export type Announcement =
  | { readonly kind: 'ignored'; readonly said: string }
  | {
      readonly kind: 'resource';
      readonly url: string;
      /** Of an event: a mapping may name it. */
      readonly type?: string | undefined;
      readonly destroyed: boolean;
    }
  | {
      readonly kind: 'stated';
      readonly json: unknown;
      readonly type: string;
      readonly named: string;
      readonly destroyed: boolean;
    }
  | {
      readonly kind: 'unclear';
      readonly reason: string;
      readonly title: string;
      readonly about?: string | undefined;
    };

export const DECISIONS_CHANNEL = 'besluiten';

/** What a source sends and what is no decision: said once for all its messages of that channel. */
export function otherChannel(channel: string, source: string): Announcement {
  return {
    kind: 'unclear',
    about: `kanaal ${channel}`,
    title: `Kanaal ${channel}`,
    reason: `Bron ${source} stuurt berichten van kanaal "${channel}", dat niet over besluiten gaat. Zeg het abonnement daarop op, of zet het kanaal bij "ignore" in de map van de bron.`,
  };
}
