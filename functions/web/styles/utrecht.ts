import { componentsFromPackages } from './utrechtPackages.ts';

/** Set where functions are bundled (infra/bundleFunctions.ts): a function has no packages beside it to read from. */
declare const UTRECHT_COMPONENTS: string | undefined;

const components =
  typeof UTRECHT_COMPONENTS === 'string' ? UTRECHT_COMPONENTS : /* @__PURE__ */ componentsFromPackages();

/**
 * The Utrecht component library of NL Design System (EUPL-1.2, gemeente Utrecht and Frameless B.V.), as far as our
 * pages use it. In a layer of its own: a rule of ours goes before one of the library whatever its selector.
 */
export const utrecht = `@layer utrecht {\n${components}\n}`;
