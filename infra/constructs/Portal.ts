import { type CfnStage, HttpApi, HttpMethod, HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';

/**
 * Of the whole API, each second: far above what four municipalities do, and below what would cost. It has no limit for
 * each client; sources have their own (functions/adapters/record/rateLimit.ts).
 */
const REQUESTS_A_SECOND = 200;
const AT_ONCE = 500;

/** The pages behind an HTTP API; without CORS, so that OPTIONS reaches the functions too. */
export class Portal extends Construct {
  readonly apiId: string;
  readonly url: string;
  private readonly api: HttpApi;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.api = new HttpApi(this, 'Api', { description: 'Besluitketen: pages, mail links and web hooks' });
    // The L2 construct has no property for it: AWS::ApiGatewayV2::Stage, RouteSettings.
    (this.api.defaultStage?.node.defaultChild as CfnStage).defaultRouteSettings = {
      throttlingRateLimit: REQUESTS_A_SECOND,
      throttlingBurstLimit: AT_ONCE,
    };
    this.apiId = this.api.apiId;
    this.url = this.api.apiEndpoint;
  }

  /** What nobody else answers is for the pages; they must know the API's address, and so come after it. */
  shows(pages: LambdaFunction): void {
    // As HttpApi's own defaultIntegration makes it: another id would be another route, of which there can be one only.
    new HttpRoute(this.api, 'DefaultRoute', {
      httpApi: this.api,
      routeKey: HttpRouteKey.DEFAULT,
      integration: new HttpLambdaIntegration('Pages', pages),
    });
  }

  /** Hands every request of these paths to a function of its own, whatever its method. */
  route(paths: readonly string[], id: string, to: LambdaFunction): void {
    const integration = new HttpLambdaIntegration(id, to);
    for (const path of paths) this.api.addRoutes({ path, methods: [HttpMethod.ANY], integration });
  }
}
