import {
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
  type S3ClientConfig,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { MOST_BYTES, PDF } from '../domain/attachments/decisionList.ts';
import { Unavailable } from '../domain/unavailable.ts';
import type { DecisionListStore } from '../operations/attachments/ports.ts';

const FORM_SECONDS = 15 * 60;

/**
 * Without s3:ListBucket, which nobody needs here, S3 says AccessDenied of what is not there (S3 API reference,
 * GetObject, "Permissions").
 */
const NOT_THERE: readonly string[] = ['NoSuchKey', 'NotFound', 'AccessDenied'];

export function createS3DecisionLists(bucket: string, config: S3ClientConfig = {}): DecisionListStore {
  const client = new S3Client({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 3_000, requestTimeout: 10_000, throwOnRequestTimeout: true },
    ...config,
  });
  return {
    // Every field has an exact condition; content-length-range has S3 refuse what is larger (S3 API reference, "POST Policy").
    uploadForm: (key, returnTo) =>
      reached(() =>
        createPresignedPost(client, {
          Bucket: bucket,
          Key: key,
          Expires: FORM_SECONDS,
          Fields: { 'Content-Type': PDF, success_action_redirect: returnTo },
          Conditions: [['content-length-range', 1, MOST_BYTES]],
        }),
      ),
    read: (key, mostBytes) =>
      reached(async () => {
        try {
          const { Body, ContentLength = 0 } = await client.send(
            new GetObjectCommand({ Bucket: bucket, Key: key }),
          );
          if (ContentLength > mostBytes) return 'too-large';
          return (await Body?.transformToByteArray()) ?? new Uint8Array();
        } catch (error) {
          if (error instanceof S3ServiceException && NOT_THERE.includes(error.name)) return undefined;
          throw error;
        }
      }),
    keep: (key, bytes, sha256) =>
      reached(async () => {
        await client.send(
          new PutObjectCommand({
            Bucket: bucket,
            Key: key,
            Body: bytes,
            ContentType: PDF,
            ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
          }),
        );
      }),
  };
}

async function reached<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw new Unavailable('De opslag van besluitenlijsten', error);
  }
}
