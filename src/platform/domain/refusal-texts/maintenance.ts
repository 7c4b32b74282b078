import type { WindowInWords } from '../window-in-words.ts';
import { wayOut } from './way-out.ts';

/** Maintenance windows 停机维护: the announced text stands last. */
export const MAINTENANCE_TEXTS = {
  'in-maintenance': ({ what, from, to, text }: WindowInWords) =>
    `${what}停机维护（${from} 至 ${to}），请在维护结束后办理。${text}`,
  'maintenance-begun': ({ what, from, to, text }: WindowInWords, infno: string) =>
    `${what}已停机维护（${from} 至 ${to}），本次办理结果未知，维护结束后${wayOut(infno)}。${text}`,
  'maintenance-ahead': ({ what, from, to, text }: WindowInWords) =>
    `${what}将停机维护（${from} 至 ${to}），现已停办新业务，请在维护结束后办理；此前业务的退费、冲正、查询照常。${text}`,
};
