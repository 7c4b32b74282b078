import { createHash } from 'node:crypto';
import type { Admdvs } from '../../../../kernel/admdvs.ts';
import type { CivilDate } from '../../../../kernel/civil-time.ts';
import type { Kind } from './specimen.ts';

/** Numbers of a specimen, always the same for the same settlement, kind and edition. */
export type Numbers = { readonly code: string; readonly no: string; readonly chkcode: string };

/** Outpatient medical bills carry 0601 in their code (one public e-bill client). */
const OUTPATIENT = '0601';

/**
 * Code 票据代码: province, 0601, year; number 票据号码 of 10 digits, check code 校验码 of 6: the lengths of fiscal e-bills.
 * Which digits they are is the sandbox's own.
 */
export const numbersOf = (setl_id: string, kind: Kind, edition: number, place: Admdvs, day: CivilDate): Numbers => {
  const digest = createHash('sha256').update(`${setl_id} ${kind} ${edition}`).digest();
  return {
    code: `${place.slice(0, 2)}${OUTPATIENT}${day.slice(2, 4)}`,
    no: String(digest.readUIntBE(0, 6) % 10_000_000_000).padStart(10, '0'),
    chkcode: String(digest.readUIntBE(6, 4) % 1_000_000).padStart(6, '0'),
  };
};
