import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const sources = ['writes', 'roundWrites', 'changeWrites', 'mailWrites', 'flagWrites'].map((name) =>
  readFileSync(new URL(`../../functions/adapters/record/${name}.ts`, import.meta.url), 'utf8'),
);

/** What the adapter makes its writes depend on; each has its twin in memoryStore.ts. */
const CONDITIONS = [
  '#decisionId = :seen AND attribute_not_exists(#attachment)',
  '#status <> :open',
  '#planVersion = :seen AND #openIn = :active',
  '#status = :decided AND #decisionId = :was',
  '#status = :open',
  '#status = :open AND #epoch = :epoch',
  '#status = :open AND #epoch = :epoch AND #stage = :stage AND ${CORRECTIONS_AS_SEEN}',
  '#status = :open AND #stage <= :stage AND (attribute_not_exists(#corrections) OR #corrections = :seen)',
  '#status = :open AND size(#deferrals) = :deferrals',
  '#status = :status',
  '#status = :seen AND attribute_not_exists(#revisedAt)',
  '#token = :token AND attribute_not_exists(wokenAt)',
  '(attribute_not_exists(#corrections) OR #corrections = :corrections)',
  'attribute_exists(#kind) AND attribute_not_exists(#publishedAt)',
  'attribute_exists(#mailsPausedAt)',
  'attribute_exists(#publishedAt)',
  'attribute_exists(mails.#key) AND attribute_not_exists(mails.#key.sentAt)',
  'attribute_exists(pk) AND attribute_not_exists(#resolvedAt) AND #reason <> :reason',
  'attribute_exists(pk) AND attribute_not_exists(mails)',
  'attribute_exists(pk) AND attribute_not_exists(resolvedAt)',
  'attribute_not_exists(#mailsPausedAt)',
  'attribute_not_exists(revisedAt)',
  'attribute_not_exists(mails.#key) OR (attribute_not_exists(mails.#key.sentAt) AND mails.#key.claimedUntil <= :now)',
  'attribute_not_exists(pk) OR #status = :open',
  'attribute_not_exists(pk) OR attribute_exists(resolvedAt)',
  'attribute_not_exists(watchedUntil) OR watchedUntil < :day',
  'mails.#key.claimedUntil = :ours AND attribute_not_exists(mails.#key.sentAt)',
  'startedEpoch < :epoch',
];

test('the record in memory has the conditions of the adapter: who changes one changes both', () => {
  const texts = sources.flatMap((source) =>
    [...source.matchAll(/['`]([^'`\n]+)['`]/g)].map(([, text]) => text!),
  );
  const found = texts.filter((text) => /(attribute_(not_)?exists\(|^#?\w+ (=|<|<=|<>) :)/.test(text));
  expect([...new Set(found)].sort()).toEqual([...CONDITIONS].sort());
});
