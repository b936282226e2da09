import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Those that style an element as such: pages are written in HTML of meaning, without a class on each element. */
const OF_ELEMENTS = [
  'heading-1',
  'heading-2',
  'heading-3',
  'heading-4',
  'paragraph',
  'link',
  'unordered-list',
  'code',
  'code-block',
  'table',
  'form-label',
  'textbox',
  'textarea',
  'select',
  'button',
];

/** Those that ask for their class. */
const OF_CLASSES = [
  'document',
  'skip-link',
  'page-header',
  'page-body',
  'page-footer',
  'status-badge',
  'alert',
  'data-list',
  'form-field',
  'form-field-description',
  'form-field-error-message',
];

const packageOf = (component: string) => `@utrecht/${component}-css`;

export const PACKAGES: readonly string[] = [...OF_ELEMENTS, ...OF_CLASSES].map(packageOf);

/** The rules of the components as their packages bring them. Needs the packages installed. */
export function componentsFromPackages(): string {
  const { resolve } = createRequire(import.meta.url);
  const read = (file: string) => readFileSync(resolve(file), 'utf8').replace(/^@charset "[^"]+";/, '');
  return [
    ...OF_ELEMENTS.map((name) => read(`${packageOf(name)}/dist/html/index.min.css`)),
    ...OF_CLASSES.map((name) => read(`${packageOf(name)}/dist/index.min.css`)),
  ].join('\n');
}
