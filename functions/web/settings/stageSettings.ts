/** What a stage was deployed with; names, addresses and numbers only, never a secret. */
export interface StageSettings {
  readonly region: string;
  /** Of the software, as package.json has it. */
  readonly version: string;
  readonly portalUrl: string;
  readonly senderAddress: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly mailClaim: string | undefined;
  readonly anonymousMayRead: boolean;
  readonly logRetentionDays: string;
}
