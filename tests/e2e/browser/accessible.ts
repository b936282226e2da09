import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const WIDTHS = { narrow: 320, telephone: 360, desk: 1280 };
/** Where to leave pictures of each page, for who wants to look; nowhere unless said. */
const PICTURES = process.env.PICTURES;

/** WCAG 2.1 A and AA, and what else axe holds for good practice; `without` is a part that is measured elsewhere. */
export async function expectNoViolations(page: Page, name: string, without?: string): Promise<void> {
  const axe = new AxeBuilder({ page }).withTags([
    'wcag2a',
    'wcag2aa',
    'wcag21a',
    'wcag21aa',
    'best-practice',
  ]);
  const { violations } = await (without === undefined ? axe : axe.exclude(without)).analyze();
  expect(violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html}`)).toEqual([]);
}

/** Nothing wider than the screen at each width, a picture of it, and `look` at it. */
export async function expectToFit(
  page: Page,
  name: string,
  picture: string,
  look: (device: string) => Promise<void> = async () => {},
): Promise<void> {
  for (const [device, width] of Object.entries(WIDTHS)) {
    await page.setViewportSize({ width, height: 800 });
    const wider = await page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
    expect([name, device, wider]).toEqual([name, device, false]);
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/${picture}-${width}.png`, fullPage: true });
    await look(device);
  }
}

/** Both, in light and in dark. */
export async function expectAccessible(page: Page, name: string, without?: string): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectToFit(page, name, `${name}-${colorScheme}`);
    await expectNoViolations(page, `${name} ${colorScheme}`, without);
  }
}
