import type { Browser } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LANGUAGES } from '../../../functions/domain/contacts/language.ts';
import { everyMail } from '../../unit/everyMail.ts';
import { expectNoViolations } from './accessible.ts';
import { launchBrowser } from './launch.ts';

let browser: Browser;
// One a test: with the arguments of its package all of it is one process, which ends with its last window.
beforeEach(async () => {
  browser = await launchBrowser();
});
afterEach(() => browser.close());

/** Long, and nowhere to break it: a reference of a document system. */
const LONG = `zaak-${'0123456789abcdef'.repeat(12)}`;

/** Between them every part of the layout; the others are made of the same. */
const ALL_PARTS = ['asked', 'decided', 'several reminders'];

// Guards: functions/domain/mails/layoutStyle.ts: the sheet for the dark, and `overflow-wrap`.
test.each(LANGUAGES)(
  'every mail in %s is read in light and in dark, and on a telephone at twice the size',
  async (language) => {
    const page = await (await browser.newContext({ viewport: { width: 320, height: 800 } })).newPage();
    const backgrounds = new Set<unknown>();
    for (const [kind, { html }] of everyMail(language, LONG)) {
      const name = `${kind}, ${language}`;
      await page.setContent(html);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        backgrounds.add(await page.evaluate('getComputedStyle(document.body).backgroundColor'));
        if (ALL_PARTS.includes(kind)) await expectNoViolations(page, `${name} ${colorScheme}`);
      }
      const size = () => page.evaluate<number>('document.querySelector("h1").getBoundingClientRect().height');
      const before = await size();
      await page.evaluate('document.documentElement.style.fontSize = "200%"');
      expect(await size()).toBeGreaterThan(before * 1.9);
      const wider = await page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
      expect([name, wider]).toEqual([name, false]);
    }
    expect(backgrounds.size).toBe(2);
  },
);
