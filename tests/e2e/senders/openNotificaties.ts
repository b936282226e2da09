/** What Open Notificaties 1.16.1 was seen to do (domain.md, "Notifications from document systems"). */
export interface Subscription {
  readonly callback: string;
  /** The whole value of the header. */
  readonly authorization: string;
}

const PROBE = {
  kanaal: 'test',
  hoofdObject: 'http://some.hoofdobject.nl/',
  resource: 'some_resource',
  resourceUrl: 'http://some.resource.nl/',
  actie: 'create',
  aanmaakdatum: '2019-01-01T12:00:00Z',
  kenmerken: {},
};
/** It gives up for good after six tries; its waits are scaled down here. */
const TRIES = 6;
const WAIT_MS = 200;

/** Probes first without and then with authorization, the header spelled in capitals; throws where it would refuse. */
export async function subscribe({ callback, authorization }: Subscription): Promise<void> {
  const without = await post(callback, PROBE, {});
  if (![401, 403].includes(without)) throw new Error(`the probe without authorization got ${without}`);
  const withIt = await post(callback, PROBE, { AUTHORIZATION: authorization });
  if (withIt < 200 || withIt > 209) throw new Error(`the probe got ${withIt}`);
}

/** Delivers a notification of a decision, again after every answer that is not 2xx; false when it gave up. */
export async function notify(
  { callback, authorization }: Subscription,
  url: string,
  actie = 'create',
): Promise<boolean> {
  const notification = {
    actie,
    kanaal: 'besluiten',
    resource: 'besluit',
    kenmerken: {
      verantwoordelijkeOrganisatie: '517439943',
      'besluittype.catalogus': `${new URL(url).origin}/c`,
    },
    hoofdObject: url,
    resourceUrl: url,
    aanmaakdatum: '2026-01-15T10:00:00.000Z',
  };
  for (let tried = 0; tried < TRIES; tried++) {
    const status = await post(callback, notification, { Authorization: authorization });
    if (status >= 200 && status < 300) return true;
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS * 2 ** tried));
  }
  return false;
}

/** Follows no redirect: a 302 would become a GET without body, and count as delivered. */
async function post(url: string, body: object, headers: Record<string, string>): Promise<number> {
  const answer = await fetch(url, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'Content-Type': 'application/json', 'User-Agent': 'python-requests/2.33.1', ...headers },
    body: JSON.stringify(body),
  });
  await answer.arrayBuffer();
  return answer.status;
}
