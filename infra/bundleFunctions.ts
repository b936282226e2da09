import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { memoFontsFromPackage } from '../functions/adapters/memoFontsFromPackage.ts';
import { readPageScript } from '../functions/web/scripts/pageScript.ts';
import { componentsFromPackages } from '../functions/web/styles/utrechtPackages.ts';

const HANDLERS = join(import.meta.dirname, '..', 'functions', 'handlers');

/** The functions of this system: the folders of functions/handlers. */
export function handlerNames(): string[] {
  return readdirSync(HANDLERS).sort();
}

/**
 * Bundles every handler with one esbuild call, each into `<outdir>/<name>/index.mjs`. The AWS SDK goes along:
 * what is bundled is what is tested, and the local cloud's workers have no SDK of their own.
 */
export function bundleFunctions(outdir: string): void {
  buildSync({
    entryPoints: handlerNames().map((name) => ({
      in: join(HANDLERS, name, 'index.ts'),
      out: join(name, 'index'),
    })),
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    mainFields: ['module', 'main'],
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    alias: {
      '@aws-sdk/credential-provider-node': join(import.meta.dirname, 'bundle', 'lambdaCredentials.ts'),
    },
    // What browsers load and what a PDF is drawn with comes along as text: a function has neither packages nor files to read it from.
    define: {
      UTRECHT_COMPONENTS: JSON.stringify(componentsFromPackages()),
      MEMO_FONTS: JSON.stringify(memoFontsFromPackage()),
      PAGE_SCRIPT_TEXT: JSON.stringify(readPageScript()),
    },
    // CommonJS packages inside an ES module ask for require.
    banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
    logLevel: 'error',
  });
}
