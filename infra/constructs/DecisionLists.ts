import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';

/** Where browsers put files (functions/domain/attachments/decisionList.ts), until they are checked and kept. */
const RECEIVED = 'ontvangen/*';
const KEPT = 'besluitenlijsten/*';

/**
 * Decision lists that bodies add to their answers: private, encrypted, over TLS alone, every version kept. What was put
 * there and never confirmed is forgotten after a few days. Without CORS: a form posts to it, no script (S3 API reference,
 * "Browser-based uploads using POST").
 */
export class DecisionLists extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, props: { readonly keepsData: boolean }) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      removalPolicy: props.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      lifecycleRules: [
        {
          prefix: RECEIVED.slice(0, -1),
          expiration: Duration.days(3),
          noncurrentVersionExpiration: Duration.days(1),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
    });
  }
}

/** Whoever holds a form signed by this function may put one file where it says; the function reads it and keeps a copy. */
export function allowDecisionLists(bucket: Bucket, to: LambdaFunction): void {
  to.addToRolePolicy(
    new PolicyStatement({
      actions: ['s3:PutObject'],
      resources: [bucket.arnForObjects(RECEIVED), bucket.arnForObjects(KEPT)],
    }),
  );
  to.addToRolePolicy(
    new PolicyStatement({ actions: ['s3:GetObject'], resources: [bucket.arnForObjects(RECEIVED)] }),
  );
}

/** Reads those that are kept, for a dossier; none that was only put there. */
export function readsDecisionLists(bucket: Bucket, to: LambdaFunction): void {
  to.addToRolePolicy(
    new PolicyStatement({ actions: ['s3:GetObject'], resources: [bucket.arnForObjects(KEPT)] }),
  );
}
