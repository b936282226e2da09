/** What stops the local cloud from starting or running; the README lists them. */
export type LocalCloudErrorCode =
  | 'ALREADY_RUNNING'
  | 'DEPLOY_FAILED'
  | 'INSTALL_FAILED'
  | 'INVALID_PORT'
  | 'LOCAL_CLOUD_NOT_READY'
  | 'LOCAL_CLOUD_STOPPED'
  | 'MISSING_OUTPUT'
  | 'NO_PYTHON'
  | 'NO_VENV'
  | 'PORT_TAKEN'
  | 'TRAJECTORY_NOT_STARTED';

/**
 * The local cloud cannot go on, for a reason the person at the keyboard can remedy. `message` is one Dutch
 * sentence with that remedy; `detail` is raw output of the tool that failed, if any.
 */
export class LocalCloudError extends Error {
  constructor(
    readonly code: LocalCloudErrorCode,
    message: string,
    readonly detail = '',
  ) {
    super(message);
    this.name = 'LocalCloudError';
  }
}
