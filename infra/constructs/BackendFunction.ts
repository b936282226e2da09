import { join } from 'node:path';
import { type Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';

export interface BackendFunctionProps<Environment extends object> {
  /** The folder of functions/handlers. */
  readonly handler: string;
  readonly bundles: string;
  readonly description: string;
  /** The type comes from the handler's own zod schema. */
  readonly environment: Environment;
  readonly timeout: Duration;
  readonly memorySize?: number;
  readonly logRetention: RetentionDays;
}

/** A function of the backend: one bundle, one log group with a retention of its own, arm64, JSON logs. */
export class BackendFunction<Environment extends object> extends Construct {
  readonly function: LambdaFunction;

  constructor(scope: Construct, id: string, props: BackendFunctionProps<Environment>) {
    super(scope, id);
    const logGroup = new LogGroup(this, 'Logs', {
      retention: props.logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.function = new LambdaFunction(this, 'Function', {
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(join(props.bundles, props.handler)),
      handler: 'index.handler',
      environment: Object.fromEntries(
        Object.entries(props.environment).filter(
          (entry): entry is [string, string] => typeof entry[1] === 'string',
        ),
      ),
      timeout: props.timeout,
      memorySize: props.memorySize ?? 256,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
    });
  }
}
