import { EXECUTIONS } from '../pages/addresses.ts';

export const EXECUTION_PATH = `${EXECUTIONS}/:id/:round`;
export const RESUME_PATH = `${EXECUTION_PATH}/hervatten`;
