import { connect } from '../../../functions/cli/cloud.ts';
import { clientSettings } from '../../../infra/local/clientSettings.ts';
import { startTestCloud } from '../../../infra/local/testCloud.ts';
import type { Figure } from '../figures.ts';
import { percentile } from '../percentile.ts';
import { configure, functionNamed } from '../watch/localFunctions.ts';
import { pagesOf } from './pages.ts';
import { type Answer, administratorCookie, ask } from './portalCalls.ts';
import { LARGE, MEMO, seedTwoProcesses } from './twoProcesses.ts';

const group = 'pages';
const TABLE = 'pages';
const CALLS = 20;
const WARM = 3;
/** Bytes of a page with all it needs, without what a browser keeps (issue 8). */
const MOST_BYTES = 150_000;
/** Lighthouse warns above 1,400 elements (Chrome for Developers, "Avoid an excessive DOM size"). */
const MOST_ELEMENTS = 1_400;

/** Each page as its reader gets it: how long the server takes, what it weighs, and how much there is in it. */
export async function measurePages(): Promise<Figure[]> {
  const cloud = await startTestCloud();
  try {
    const { endpoint } = cloud;
    const settings = clientSettings(endpoint);
    await connect('local', settings);
    await seedTwoProcesses(TABLE, settings);
    const cookie = await administratorCookie(settings);
    const functions = {
      portal: await functionNamed(endpoint, 'PortalPages'),
      forms: await functionNamed(endpoint, 'PortalForms'),
    };
    for (const each of Object.values(functions)) await configure(endpoint, each, { TABLE_NAME: TABLE });

    const figures: Figure[] = [];
    for (const { name, path, by } of [...pagesOf(MEMO), ...pagesOf(LARGE)]) {
      const times: number[] = [];
      let last: Answer | undefined;
      for (let n = -WARM; n < CALLS; n++) {
        const answer = await ask(endpoint, functions[by].FunctionName, path, cookie);
        if (n < 0) continue;
        times.push(answer.milliseconds);
        last = answer;
      }
      if (last) figures.push(await figureOf(name, times, last));
    }
    return figures;

    async function figureOf(name: string, times: readonly number[], page: Answer): Promise<Figure> {
      const files = [...page.body.matchAll(/(?:<link rel="stylesheet" href|<script[^>]* src)="([^"]+)"/g)];
      const others = await Promise.all(
        files.map(([, address = '']) => ask(endpoint, functions.portal.FunctionName, address, undefined)),
      );
      const bytes = others.reduce((sum, each) => sum + each.bytes, page.bytes);
      const elements = [...page.body.matchAll(/<[a-z]/g)].length;
      const kilobytes = (amount: number) => `${Math.round(amount / 1000)} KB`;
      return {
        group,
        what: `${name}: p50 / p95`,
        measured: `${percentile(times, 50).toFixed(0)} / ${percentile(times, 95).toFixed(0)} ms; ${kilobytes(bytes)}, ${others.length + 1} requests, ${elements} elements`,
        aim: `≤ ${kilobytes(MOST_BYTES)}, ≤ ${MOST_ELEMENTS} elements`,
        met: bytes <= MOST_BYTES && elements <= MOST_ELEMENTS,
        remark: `the page itself ${kilobytes(page.bytes)}`,
      };
    }
  } finally {
    await cloud.stop();
  }
}
