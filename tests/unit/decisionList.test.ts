import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { keptKey, MOST_BYTES, uploadKey } from '../../functions/domain/attachments/decisionList.ts';
import { addDecisionList } from '../../functions/operations/attachments/addDecisionList.ts';
import { ADOPTED, BUCKET, deciding, PORTAL } from './deciding.ts';
import { CLERK, COLLEGES, ROUND } from './exampleRecord.ts';

const [AA] = COLLEGES;
const OF = { trajectory: 'voorbeeld', round: ROUND, body: AA };
const pdf = (text = 'besluitenlijst') => Buffer.from(`%PDF-1.7\n${text}`);
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** A college that has answered by its link, on the page that offers to add its decision list. */
async function answered() {
  const all = await deciding();
  const here = all.browser();
  const receipt = await here.record();
  /** What the browser puts there, and the page to which the bucket sends it back. */
  const upload = async (bytes: Uint8Array) => {
    const { hidden } = await here.get();
    all.objects.set(hidden.key!, bytes);
    return hidden.success_action_redirect!.slice(PORTAL.length);
  };
  return { ...all, here, receipt, upload };
}

describe('a decision list', () => {
  test('is asked for once the answer is recorded, by a form of the bucket, which this page alone may post to', async () => {
    const { receipt, id } = await answered();
    expect(receipt.html).toContain(`action="${BUCKET}" enctype="multipart/form-data"`);
    expect(receipt.hidden.key).toMatch(
      /^ontvangen\/voorbeeld\/main\.r1\/GM0001\/college\/[A-Za-z0-9_-]{22}\.pdf$/,
    );
    expect(receipt.hidden['Content-Type']).toBe('application/pdf');
    expect(receipt.hidden.success_action_redirect).toContain(`${PORTAL}/besluit/${id}/bijlage/`);
    const [policy] = /form-action [^;]*/.exec(receipt.headers.get('content-security-policy') ?? '') ?? [];
    expect(policy).toBe(`form-action 'self' ${new URL(BUCKET).origin}`);
    // The file is the last field: S3 ignores what comes after it.
    expect(receipt.html.lastIndexOf('type="file"')).toBeGreaterThan(
      receipt.html.lastIndexOf('type="hidden"'),
    );
  });

  // Invariant 2: what was decided does not depend on what is added to it, or when.
  test('is looked at, confirmed, kept by its content and written beside the answer, whose id stays', async () => {
    const { here, upload, row, objects, store } = await answered();
    const before = await row();
    const page = await upload(pdf());
    const shown = await here.get(page);
    expect(shown.words).toContain('nog niet toegevoegd');
    expect((await row()).attachment).toBeUndefined();
    const { status, words } = await here.post({ stap: 'bijlage' }, { path: page });
    expect(status).toBe(200);
    expect(words).toContain('Besluitenlijst toegevoegd');
    const { attachment, lastWrite, ...rest } = await row();
    const { lastWrite: _before, ...was } = before;
    expect(rest).toEqual(was);
    expect(lastWrite).toBe('attached');
    const key = keptKey(OF, sha(pdf()));
    expect(attachment).toMatchObject({ key, size: pdf().length, sha256: sha(pdf()), by: 'S. Secretaris' });
    expect(objects.get(key)).toEqual(pdf());
    expect((await store.audit('voorbeeld')).filter(({ what }) => what === 'attached')).toHaveLength(1);
  });

  test('added twice is the same page; another one does not replace it', async () => {
    const { here, upload, row } = await answered();
    const page = await upload(pdf());
    const other = await upload(pdf('andere'));
    const tokenOf = async (path: string) => ({ bewijs: (await here.get(path)).hidden.bewijs! });
    const [token, otherToken] = [await tokenOf(page), await tokenOf(other)];
    for (let press = 0; press < 2; press++) {
      const { status, words } = await here.post({ ...token, stap: 'bijlage' }, { path: page });
      expect(status).toBe(200);
      expect(words).toContain('Besluitenlijst toegevoegd');
    }
    const refused = await here.post({ ...otherToken, stap: 'bijlage' }, { path: other });
    expect(refused.status).toBe(409);
    expect(refused.words).toContain('dat wordt niet vervangen');
    expect(await row()).toMatchObject({ attachment: { sha256: sha(pdf()) } });
  });

  // Guards: functions/domain/attachments/decisionList.ts: `isPdf`, and addDecisionList.ts: `bytes === 'too-large'`.
  test.each([
    ['no PDF, whatever it is called', Buffer.from('<html><script>alert(1)</script>'), 'geen PDF'],
    ['empty', Buffer.alloc(0), 'geen PDF'],
    ['larger than was allowed', Buffer.concat([pdf(), Buffer.alloc(MOST_BYTES)]), 'groter dan 10 MB'],
  ])('that is %s is not kept', async (_what, bytes, reason) => {
    const { here, upload, row, objects } = await answered();
    const page = await upload(bytes);
    expect(await here.get(page)).toMatchObject({ status: 422, words: expect.stringContaining(reason) });
    await here.get();
    expect((await here.post({ stap: 'bijlage' }, { path: page })).status).toBe(422);
    expect((await row()).attachment).toBeUndefined();
    expect([...objects.keys()].filter((key) => key.startsWith('besluitenlijsten/'))).toEqual([]);
  });

  test('that never arrived is said not to have', async () => {
    const { here, id } = await answered();
    const { words } = await here.get(`/besluit/${id}/bijlage/${'a'.repeat(22)}`);
    expect(words).toContain('Er is geen bestand ontvangen');
  });

  // Guards: functions/domain/attachments/decisionList.ts: UPLOAD_ID, so that no key outside the prefix can be named.
  test.each(['..%2F..%2Fx', 'a'.repeat(21), `${'a'.repeat(22)}.pdf`])(
    'is not looked for as "%s"',
    async (uploadId) => {
      const { here, id, deps } = await answered();
      (deps.lists as { read: unknown }).read = () => {
        throw new Error('nothing may be read');
      };
      expect((await here.get(`/besluit/${id}/bijlage/${uploadId}`)).status).toBe(404);
    },
  );

  test('is not added without the token of its page', async () => {
    const { here, upload, row } = await answered();
    const page = await upload(pdf());
    const { status, words } = await here.post({ stap: 'bijlage', bewijs: 'A'.repeat(43) }, { path: page });
    expect(status).toBe(200);
    expect(words).toContain('nog niet toegevoegd');
    expect((await row()).attachment).toBeUndefined();
  });

  test('can be added by who answered with this link, for a fortnight, and by nobody else', async () => {
    const { browser, newLink, here, clock } = await answered();
    expect((await browser(await newLink()).get()).html).not.toContain('type="file"');
    clock.later(14 * 86_400);
    expect((await here.get()).html).toContain('type="file"');
    clock.later(86_400);
    expect((await here.get()).html).not.toContain('type="file"');
  });

  test('is not asked for with a postponement', async () => {
    const { browser } = await deciding();
    const { html } = await browser().record({
      ...ADOPTED,
      uitkomst: 'deferred',
      'nieuwe-datum': '2026-03-03',
    });
    expect(html).not.toContain('type="file"');
  });

  // Guards: functions/adapters/record/roundWrites.ts: `attribute_not_exists(#attachment)` (memoryStore has the same).
  test('of two at once, one is kept', async () => {
    const { store, row, objects, deps } = await answered();
    const request = await row();
    objects.set(uploadKey(OF, 'een'), pdf('een'));
    objects.set(uploadKey(OF, 'twee'), pdf('twee'));
    const add = (id: string) =>
      addDecisionList({ store, lists: deps.lists }, request, id, '2026-02-03T09:00:00.000Z', CLERK);
    const results = await Promise.all([add('een'), add('twee')]);
    expect([...results].sort()).toEqual(['added', 'other-there']);
  });

  test('of an answer that is corrected meanwhile is not written beside another', async () => {
    const { store, row, objects, deps } = await answered();
    const request = await row();
    objects.set(uploadKey(OF, 'een'), pdf());
    const stale = { ...request, decisionId: 'f'.repeat(32) };
    expect(
      await addDecisionList({ store, lists: deps.lists }, stale, 'een', '2026-02-03T09:00:00.000Z', CLERK),
    ).toBe('other-there');
    expect((await row()).attachment).toBeUndefined();
  });
});
