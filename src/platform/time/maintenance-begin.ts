import type { DueHandler } from './due-work.ts';

/**
 * A maintenance window begins: nothing is written, answers go by the clock. A clock that runs by itself stops here, so
 * that messages which wait are told at that moment (dispatch/watched.ts).
 */
export const maintenanceBegin: DueHandler = () => [];
