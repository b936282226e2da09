import { Refusal } from '../refusal.ts';
import type { Source } from './source.ts';

/** Characters that a header can hold and that arrive as they were sent (RFC 9110, 5.5); no space at either end. */
const HEADER_VALUE = /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/;
/** RFC 6750, 2.1: what a Bearer token is made of. */
const TOKEN = /^[A-Za-z0-9\-._~+/]+=*$/;
/** Standard Webhooks 1.0: the prefix, then the key in base64 with its padding. */
const SIGNING_SECRET =
  /^whsec_(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{4}|[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)$/;
/** All secrets of a source are one parameter, of 4 KB at most (Systems Manager quotas). */
const LONGEST = 1000;

/** A secret that a source of this kind can authenticate with. Refuses SOURCE_INVALID, without the secret in it. */
export function checkedSecret(speaks: Source['speaks'], secret: string): string {
  if (secret.length > LONGEST) throw invalid(`Het geheim is langer dan ${LONGEST} tekens.`);
  switch (speaks) {
    case 'zgw':
      if (HEADER_VALUE.test(secret)) return secret;
      throw invalid(
        'Het geheim van een ZGW-bron is de hele waarde van de header Authorization: leesbare tekens, zonder spatie aan het begin of eind.',
      );
    case 'cloudevents':
      if (TOKEN.test(secret)) return secret;
      throw invalid(
        'Het geheim van een CloudEvents-bron is het token zelf: letters, cijfers en -._~+/, zonder "Bearer" ervoor.',
      );
    case 'standard':
      if (SIGNING_SECRET.test(secret)) return secret;
      throw invalid('Het geheim van een Standard Webhook begint met whsec_, gevolgd door base64.');
    default:
      throw invalid('Een bron die wij zelf bevragen meldt zich niet aan; laat --secret weg.');
  }
}

function invalid(sentence: string): Refusal {
  return new Refusal('SOURCE_INVALID', sentence);
}
