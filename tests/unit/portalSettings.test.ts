import { expect, test } from 'vitest';
import { asked } from './exampleRecord.ts';
import { memoryForms, SETTINGS, signedInOn } from './portalForms.ts';

const opened = async (changes: Partial<typeof SETTINGS> = {}) => {
  const { store } = await asked();
  const forms = memoryForms();
  const stores = { ...forms.stores, settings: { ...SETTINGS, ...changes } };
  const browser = await signedInOn(store, { ...forms, stores }, [{ role: 'administrator' }]);
  return browser.open('/beheer/instellingen');
};

test('the settings say what holds for this stage, and where each is changed', async () => {
  const { status, words } = await opened();
  expect(status).toBe(200);
  expect(words).toContain('Naam prod STAGE, bij cdk deploy');
  expect(words).toContain('AWS-regio eu-west-1');
  expect(words).toContain('Versie 1.2.3');
  expect(words).toContain('Afzender van mails besluiten@gemeente.example SENDER_ADDRESS, bij cdk deploy');
  expect(words).toContain('Aanmelddienst https://login.gemeente.example/tenant/v2.0');
  expect(words).toContain('Wie zonder rol mag lezen niemand');
  expect(words).toContain('Technische logs 365 dagen');
});

test('they say so where anybody may read', async () => {
  const settings = await opened({ anonymousMayRead: true });
  expect(settings.words).toContain('Wie zonder rol mag lezen iedereen, ook zonder aanmelden');
});

test('nothing is changed there: the page has no form but that for signing out', async () => {
  const { html } = await opened();
  const forms = [...html.matchAll(/<form[^>]*action="([^"]*)"/g)].map(([, action]) => action);
  expect(forms).toEqual(['/afmelden']);
});
