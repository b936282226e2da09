import type { Context } from 'hono';
import { trajectoryAddress } from '../pages/addresses.ts';
import { MessagePage } from '../pages/messagePages.tsx';

export function unknownRoundPage(c: Context, stage: string, trajectory: string) {
  const page = (
    <MessagePage
      title="Deze besluitronde bestaat niet"
      stage={stage}
      onward={<a href={trajectoryAddress(trajectory)}>Naar het traject met zijn besluitrondes</a>}
    >
      Controleer het adres. Een ronde die in het plan staat maar nog niet is geopend, heeft nog geen pagina.
    </MessagePage>
  );
  return c.html(page, 404);
}
