import { describe, expect, test } from 'vitest';
import { resources, synthesise } from './synthesised.ts';

const prod = synthesise('prod');
const local = synthesise('local');
const bucketOf = ({ record }: typeof prod) => {
  const buckets = resources(record, 'AWS::S3::Bucket');
  expect(buckets).toHaveLength(1);
  return buckets[0]![1];
};

describe('the bucket of decision lists', () => {
  test('is private, encrypted, without lists of who may what, and keeps every version', () => {
    expect(bucketOf(prod).Properties).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      VersioningConfiguration: { Status: 'Enabled' },
    });
  });

  test('refuses everybody who comes without TLS, or with an old one', () => {
    const [[, policy] = []] = resources(prod.record, 'AWS::S3::BucketPolicy');
    const { Statement } = policy!.Properties.PolicyDocument as {
      Statement: { Effect: string; Action: string; Principal: object; Condition: object }[];
    };
    const denied = Statement.filter(({ Effect }) => Effect === 'Deny');
    for (const each of denied) expect(each).toMatchObject({ Action: 's3:*', Principal: { AWS: '*' } });
    expect(denied.map(({ Condition }) => Condition)).toEqual(
      expect.arrayContaining([
        { Bool: { 'aws:SecureTransport': 'false' } },
        { NumericLessThan: { 's3:TlsVersion': 1.2 } },
      ]),
    );
    expect(Statement.filter(({ Effect }) => Effect !== 'Deny')).toEqual([]);
  });

  test('forgets what was put there and not confirmed, and nothing that was', () => {
    const { Rules } = bucketOf(prod).Properties.LifecycleConfiguration as { Rules: object[] };
    expect(Rules).toMatchObject([{ Prefix: 'ontvangen/', ExpirationInDays: 3, Status: 'Enabled' }]);
  });

  test('survives its stack where the stage keeps its data, and goes with it in the local cloud', () => {
    expect(bucketOf(prod)).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
    expect(bucketOf(local)).toMatchObject({ DeletionPolicy: 'Delete' });
  });

  test('has no CORS: no script of any page reads or writes it', () => {
    expect(bucketOf(prod).Properties).not.toHaveProperty('CorsConfiguration');
  });
});
