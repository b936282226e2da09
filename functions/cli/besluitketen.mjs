#!/usr/bin/env node
// The command line runs from its TypeScript sources: nothing to build, and the same code as the functions.
import { register } from 'tsx/esm/api';

process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
register();
const { run } = await import('./run.ts');
process.exitCode = await run(process.argv.slice(2));
