import { ArnFormat, Aws, Duration, Fn, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  AccountRecovery,
  Mfa,
  OAuthScope,
  UserPool,
  type UserPoolClient,
  UserPoolClientIdentityProvider,
} from 'aws-cdk-lib/aws-cognito';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { clientSecretParameter } from '../../functions/adapters/access/clientSecret.ts';
import { sealingKeyParameter } from '../../functions/adapters/access/sealingKey.ts';
import type { PortalEnvironment } from '../../functions/handlers/portal/environment.ts';
import type { StageConfig } from '../config.ts';

export interface SignInProps {
  readonly config: StageConfig;
  readonly portalUrl: string;
}

/** Who says who somebody is: the issuer that the stage names, or a Cognito user pool of its own. */
export class SignIn extends Construct {
  readonly environment: Pick<PortalEnvironment, 'OIDC_ISSUER' | 'OIDC_CLIENT_ID' | 'OIDC_MAIL_CLAIM'>;
  readonly userPoolId: string | undefined;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: SignInProps,
  ) {
    super(scope, id);
    const { issuer } = props.config;
    if (issuer) {
      const { url, clientId, mailClaim } = issuer;
      this.environment = {
        OIDC_ISSUER: url,
        OIDC_CLIENT_ID: clientId,
        ...(mailClaim && { OIDC_MAIL_CLAIM: mailClaim }),
      };
      return;
    }
    const pool = this.userPool();
    const client = this.client(pool);
    this.userPoolId = pool.userPoolId;
    this.environment = {
      OIDC_ISSUER: `https://cognito-idp.${Aws.REGION}.amazonaws.com/${pool.userPoolId}`,
      OIDC_CLIENT_ID: client.userPoolClientId,
    };
  }

  /**
   * The key of sessions, which the portal makes itself when there is none, and the secret of a client at the
   * municipality's issuer. Both are SecureStrings under the account's own `aws/ssm` key, which asks for no right on KMS
   * (Systems Manager User Guide, "Restricting access to Parameter Store parameters using IAM policies").
   */
  allow(portal: LambdaFunction): void {
    const { name: stage } = this.props.config;
    const key = this.parameter(sealingKeyParameter(stage));
    portal.addToRolePolicy(
      new PolicyStatement({
        actions: ['ssm:GetParameter'],
        resources: [key, this.parameter(clientSecretParameter(stage))],
      }),
    );
    portal.addToRolePolicy(new PolicyStatement({ actions: ['ssm:PutParameter'], resources: [key] }));
  }

  private userPool(): UserPool {
    const { keepsData } = this.props.config;
    const pool = new UserPool(this, 'Users', {
      // Whoever may sign in was asked to by somebody: `besluitketen roles user`.
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      standardAttributes: { email: { required: true, mutable: true }, fullname: { mutable: true } },
      // Length, and no rules of composition: OWASP ASVS 5.0, 6.2.1 and 6.2.5 (4.0.3: 2.1.1 and 2.1.9).
      passwordPolicy: {
        minLength: 14,
        requireDigits: false,
        requireLowercase: false,
        requireUppercase: false,
        requireSymbols: false,
        tempPasswordValidity: Duration.days(3),
      },
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      deletionProtection: keepsData,
      removalPolicy: keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    // The prefix is of the whole region's: a part of the stack's own id is nobody else's, and tells nothing.
    const unique = Fn.select(0, Fn.split('-', Fn.select(2, Fn.split('/', Aws.STACK_ID))));
    pool.addDomain('Domain', {
      cognitoDomain: { domainPrefix: `besluitketen-${this.props.config.name}-${unique}` },
    });
    return pool;
  }

  /** Public: the code goes to who has the verifier (PKCE, RFC 7636), and there is no secret to leak. */
  private client(pool: UserPool): UserPoolClient {
    return pool.addClient('Portal', {
      generateSecret: false,
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
      oAuth: {
        flows: { authorizationCodeGrant: true, implicitCodeGrant: false },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE],
        callbackUrls: [`${this.props.portalUrl}/aanmelden/terug`],
        logoutUrls: [`${this.props.portalUrl}/afgemeld`],
      },
      // Read once, when they come: the least that Cognito allows.
      idTokenValidity: Duration.minutes(5),
      accessTokenValidity: Duration.minutes(5),
      refreshTokenValidity: Duration.hours(1),
    });
  }

  private parameter(name: string): string {
    return Stack.of(this).formatArn({
      service: 'ssm',
      resource: 'parameter',
      resourceName: name.slice(1),
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    });
  }
}
