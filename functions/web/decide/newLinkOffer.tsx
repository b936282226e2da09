import type { LinkView } from '../../operations/links/readLink.ts';
import { roundToAnswer } from '../../operations/links/sendNewLink.ts';
import { roundName } from '../pages/roundName.ts';
import { Button } from './decisionForm.tsx';

interface Props {
  readonly view: LinkView;
  readonly token: string;
}

/** Asks for a new link by mail. There is no field for an address: it goes where the old one went. */
export function NewLinkOffer({ view, token }: Props) {
  const round = view.status.rounds.find(({ id }) => id === roundToAnswer(view));
  if (!round) return null;
  return (
    <section aria-labelledby="nieuwe-link">
      <h2 id="nieuwe-link">Een nieuwe link</h2>
      <p>
        Voor {view.body.name} staat open: {roundName(round)}. De nieuwe link gaat naar het adres waarheen ook
        deze is gestuurd.
      </p>
      <form method="post">
        <input type="hidden" name="bewijs" value={token} />
        <p>
          <Button step="nieuwe-link">Mail mij een nieuwe link</Button>
        </p>
      </form>
    </section>
  );
}
