import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { expect, test } from 'vitest';
import { handlerNames } from '../../infra/bundleFunctions.ts';
import { synthesise } from './synthesised.ts';

/** What the time control and the mailbox of the local cloud are known by. */
const OF_THEM = ['/demo', '/postbus', 'Proeftraject', 'proeftraject', '_ministack/ses'];
const HANDLERS = join(import.meta.dirname, '..', '..', 'functions', 'handlers');

// Guards: that only proxy.ts and start.ts know these pages: the process of `npm start` serves them, nothing deployed does.
test('no function that is deployed has anything of the time control or the mailbox', () => {
  const { metafile, outputFiles } = buildSync({
    entryPoints: handlerNames().map((name) => join(HANDLERS, name, 'index.ts')),
    // Our own code only: packages have nothing of ours, and take most of the time.
    packages: 'external',
    bundle: true,
    platform: 'node',
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    outdir: HANDLERS,
    write: false,
    metafile: true,
  });
  expect(outputFiles).toHaveLength(handlerNames().length);
  expect(Object.keys(metafile.inputs).filter((file) => file.includes('infra/'))).toEqual([]);
  for (const { path, text } of outputFiles)
    expect([path, OF_THEM.filter((word) => text.includes(word))]).toEqual([path, []]);
});

test.each(['prod', 'local'])(
  'no template of stage %s has a route, a function or a right for them',
  (stage) => {
    const { chain, record } = synthesise(stage);
    const templates = JSON.stringify([chain.toJSON(), record.toJSON()]);
    expect([...OF_THEM, 'Demo', 'Postbus', 'Postbox'].filter((word) => templates.includes(word))).toEqual([]);
  },
);
