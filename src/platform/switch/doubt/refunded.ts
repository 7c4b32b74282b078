import { add, negate, yuan, type Fen } from '../../../kernel/money.ts';
import type { Shares } from '../../../rules/benefit/settled.ts';
import type { Input, Output } from '../../domain/national/1203.gen.ts';
import { fundsOf, sharesOf } from '../../domain/national/setlinfo.ts';
import type { Settlement } from '../../domain/settlement.ts';
import type { Reader } from '../../store/port.ts';
import { wrongAmounts } from './amounts.ts';
import { otherEcho } from './echo.ts';

/** 1203: of the settlement that was named, its mirror amount by amount, under a number of its own. */
export const refunded = (reader: Reader, data: Input['data'], { setlinfo, setldetail }: Output): string | undefined => {
  const original = reader.settlement('national', data.setl_sn) ?? reader.settlement('treatment', data.setl_sn);
  const shares = sharesOf(setlinfo);
  return (
    otherOriginal(data, setlinfo) ??
    otherEcho(data, setlinfo) ??
    wrongAmounts(shares, fundsOf(setldetail), -1) ??
    (original && unlike(original.shares, shares)) ??
    takenNumber(reader, data.setl_sn, setlinfo.setl_sn)
  );
};

const otherOriginal = ({ setl_sn }: Input['data'], { init_setl_sn }: Output['setlinfo']): string | undefined =>
  init_setl_sn === setl_sn ? undefined : `原结算流水号 init_setl_sn 应为 ${setl_sn}，返回 ${init_setl_sn}`;

/** A ratio and a balance, no amounts that a refund takes back. */
const NOT_MIRRORED = new Set<string>(['pool_prop_selfpay', 'balc']);

const unlike = (original: Shares, refund: Shares): string | undefined => {
  const codes = (Object.keys(original) as (keyof Shares)[]).filter((code) => !NOT_MIRRORED.has(code));
  const code = codes.find((one) => add(original[one] as Fen, refund[one] as Fen) !== 0);
  if (code === undefined) return undefined;
  const [due, came] = [negate(original[code] as Fen), refund[code] as Fen];
  return `退费金额不是原结算的负数：${code} 应为 ${yuan(due)}，返回 ${yuan(came)}`;
};

/** A refund may come again 门诊退费可重复发起 with the number that it has; any other use of a number is a second one. */
const takenNumber = (reader: Reader, original: string, setl_sn: string): string | undefined => {
  const again = ({ refundOf, state }: Settlement) => refundOf === original && state === 'effective';
  const taken = (['national', 'treatment'] as const).some((book) => {
    const row = reader.settlement(book, setl_sn);
    return row !== undefined && !again(row);
  });
  return taken ? `结算流水号 setl_sn（${setl_sn}）已用于另一笔结算` : undefined;
};
