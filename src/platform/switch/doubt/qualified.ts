import type { Input, Output } from '../../domain/national/1406.gen.ts';
import type { Reader } from '../../store/port.ts';
import { otherEcho } from './echo.ts';

/** 1406: rows of the person that was asked for. */
export const qualified = (_reader: Reader, { psn_no }: Input['data'], { opspinfo }: Output): string | undefined =>
  opspinfo.map((row) => otherEcho({ psn_no }, { psn_no: row.psn_no })).find((other) => other !== undefined);
