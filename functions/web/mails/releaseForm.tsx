import { OwnFormToken } from '../pages/ownFormToken.tsx';
import { RELEASE_ADDRESS_PATH } from './mailPaths.ts';

interface Props {
  readonly address: string;
  /** To what releasing brings about, or to have it done. */
  readonly step: 'bekijken' | 'vrijgeven';
  readonly quiet?: boolean;
  /** Where several stand on a page; it begins as the button reads. */
  readonly label?: string;
  readonly children: string;
}

/** One step of releasing an address. */
export function ReleaseForm({ address, step, quiet = false, label, children }: Props) {
  return (
    <form method="post" action={RELEASE_ADDRESS_PATH}>
      <OwnFormToken />
      <input type="hidden" name="adres" value={address} />
      <button
        type="submit"
        class={quiet ? 'button button-quiet' : 'button'}
        name="stap"
        value={step}
        aria-label={label}
      >
        {children}
      </button>
    </form>
  );
}
