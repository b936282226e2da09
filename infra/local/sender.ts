import { SESClient, VerifyEmailIdentityCommand } from '@aws-sdk/client-ses';
import { clientSettings } from './clientSettings.ts';

/** Local SES, like the real one, sends for confirmed addresses only; locally the request confirms it. */
export async function confirmSender(endpoint: string, address: string): Promise<void> {
  const client = new SESClient(clientSettings(endpoint));
  await client.send(new VerifyEmailIdentityCommand({ EmailAddress: address }));
  client.destroy();
}
