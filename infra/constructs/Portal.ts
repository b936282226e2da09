import { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';

/** The pages behind an HTTP API; without CORS, so that OPTIONS reaches the functions too. */
export class Portal extends Construct {
  readonly apiId: string;
  readonly url: string;

  constructor(scope: Construct, id: string, pages: LambdaFunction) {
    super(scope, id);
    const api = new HttpApi(this, 'Api', {
      description: 'Besluitketen: pages',
      defaultIntegration: new HttpLambdaIntegration('Pages', pages),
    });
    this.apiId = api.apiId;
    this.url = api.apiEndpoint;
  }
}
