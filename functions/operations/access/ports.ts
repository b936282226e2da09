import type { Grant } from '../../domain/access/role.ts';

export interface GrantStore {
  /** Of one person, by lower-case address. */
  grantsOf(mail: string): Promise<Grant[]>;
  grants(): Promise<Grant[]>;
  /** The same again changes nothing. */
  putGrant(grant: Grant): Promise<void>;
  removeGrant(grant: Pick<Grant, 'mail' | 'role' | 'trajectory' | 'body'>): Promise<boolean>;
}
