import { parseScaled } from '../../../../kernel/decimal.ts';
import { present } from '../../../../kernel/present.ts';
import { asFen, type Fen } from '../../../../kernel/money.ts';
import type { LedgerEvent } from '../types/ledger.ts';

/** What the input of a message names. */
export type Named = Pick<LedgerEvent, 'mdtrt_id' | 'chrg_bchno' | 'setl_id' | 'psn_no' | 'amount' | 'original'>;

/** From the input as the journal keeps it: amounts are integers of 分. */
export const namedInRow = (input: string): Named => named(parsed(input), (value) => fen(Number(value)));

/** From the raw body of a message that was not looked at: amounts are 元 as the HIS wrote them. */
export const namedInBody = (body: string): Named => {
  const message = parsed(body);
  return named(isObject(message) ? message['input'] : undefined, (value) => fen(parseScaled(value, 2) ?? NaN));
};

const named = (input: unknown, amountOf: (value: string) => Fen | undefined): Named => {
  const rows = isObject(input)
    ? Object.values(input).map((node) => (Array.isArray(node) ? (node[0] as unknown) : node))
    : [];
  const text = (code: string): string | undefined => rows.flatMap((row) => textOf(row, code))[0];
  const [sum, infno, msgid] = ['medfee_sumamt', 'oinfno', 'omsgid'].map(text);
  const amount = sum === undefined ? undefined : amountOf(sum);
  return {
    ...present({
      mdtrt_id: text('mdtrt_id'),
      chrg_bchno: text('chrg_bchno'),
      setl_id: text('setl_id'),
      psn_no: text('psn_no'),
    }),
    ...(amount !== undefined && { amount }),
    ...(infno !== undefined && msgid !== undefined && { original: { infno, msgid } }),
  };
};

const fen = (units: number): Fen | undefined => (Number.isSafeInteger(units) ? asFen(units) : undefined);

const textOf = (row: unknown, code: string): string[] => {
  const value = isObject(row) ? row[code] : undefined;
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text !== '' ? [text] : [];
};

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};
