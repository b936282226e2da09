import { isPolled } from '../../domain/intake/polledSource.ts';
import type { Source } from '../../domain/intake/source.ts';
import { sourcePageAddress } from '../pages/addresses.ts';
import { OwnFormToken } from '../pages/ownFormToken.tsx';

/** What the administrator can do with a source here; the rest is for the command line. */
export function SourceForms({ source }: { readonly source: Source }) {
  const { name, pausedAt } = source;
  return (
    <div class="buttons">
      {/* One that we ask sends nothing to an address of ours. */}
      {!isPolled(source) && (
        <OneButton to={`${sourcePageAddress(name)}/test`}>Test het adres (zonder gevolg)</OneButton>
      )}
      {pausedAt ? (
        <OneButton to={`${sourcePageAddress(name)}/hervatten`}>Hervat deze bron</OneButton>
      ) : (
        <OneButton to={`${sourcePageAddress(name)}/pauze`}>Pauzeer deze bron</OneButton>
      )}
    </div>
  );
}

/** A form that asks nothing. */
export function OneButton({ to, children }: { readonly to: string; readonly children: string }) {
  return (
    <form method="post" action={to}>
      <OwnFormToken />
      <button type="submit" class="button button-quiet">
        {children}
      </button>
    </form>
  );
}
