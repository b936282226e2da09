import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

const RSIN = '517439943';

export interface DecisionGiven {
  readonly kind: string;
  readonly day: string;
  readonly reference: string;
  readonly text?: string;
  readonly organ: string;
}

export interface DocumentSystem {
  readonly origin: string;
  /** Requests it has had, with the JWT's payload. */
  readonly asked: readonly { readonly path: string; readonly token: Record<string, unknown> | undefined }[];
  kindOf(description: string): string;
  /** Takes a decision; gives its address. */
  decide(decision: DecisionGiven): string;
  /** Everything it is asked is answered with this status from now on; undefined: as it should. */
  breakDown(status: number | undefined): void;
  stop(): Promise<void>;
}

/** A municipality's system with the Besluiten and Catalogi API's, as Open Zaak answers them (tests/recorded). */
export async function startDocumentSystem(): Promise<DocumentSystem> {
  const resources = new Map<string, unknown>();
  const asked: { path: string; token: Record<string, unknown> | undefined }[] = [];
  let broken: number | undefined;
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    asked.push({ path, token: tokenOf(request) });
    const found = resources.get(path);
    const status = broken ?? (tokenOf(request) ? (found ? 200 : 404) : 403);
    response.writeHead(status, {
      'content-type': status === 200 ? 'application/json' : 'application/problem+json',
    });
    response.end(JSON.stringify(status === 200 ? found : { status, code: 'x', title: 'x' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const put = (path: string, resource: object) => {
    resources.set(path, { url: `${origin}${path}`, ...resource });
    return `${origin}${path}`;
  };
  return {
    origin,
    asked,
    kindOf: (omschrijving) => put(`/catalogi/api/v1/besluittypen/${randomUUID()}`, { omschrijving }),
    decide: ({ kind, day, reference, text = '', organ }) =>
      put(`/besluiten/api/v1/besluiten/${randomUUID()}`, {
        identificatie: reference,
        verantwoordelijkeOrganisatie: RSIN,
        besluittype: kind,
        zaak: '',
        datum: day,
        toelichting: text,
        bestuursorgaan: organ,
        ingangsdatum: day,
        vervaldatum: null,
      }),
    breakDown: (status) => {
      broken = status;
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function tokenOf({ headers }: IncomingMessage): Record<string, unknown> | undefined {
  const [, payload] = /^Bearer [^.]+\.([^.]+)\.[^.]+$/.exec(headers.authorization ?? '') ?? [];
  return payload ? JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) : undefined;
}
