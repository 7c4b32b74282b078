import { yuan } from '../../../kernel/money.ts';
import type { Input, Output as Trial } from '../../domain/national/1106.gen.ts';
import type { Output } from '../../domain/national/1107.gen.ts';
import { fundsOf, sharesOf } from '../../domain/national/setlinfo.ts';
import type { Reader } from '../../store/port.ts';
import { wrongAmounts } from './amounts.ts';
import { otherEcho } from './echo.ts';

/** 1106: the person and visit that were asked for, the total that was asked for, and amounts that add up. */
export const tried = (_reader: Reader, data: Input['data'], { setlinfo, setldetail }: Trial): string | undefined => {
  const { medfee_sumamt } = setlinfo;
  if (medfee_sumamt !== data.medfee_sumamt) {
    return `医疗费总额 medfee_sumamt 应为 ${yuan(data.medfee_sumamt)}，返回 ${yuan(medfee_sumamt)}`;
  }
  return otherEcho(data, setlinfo) ?? wrongAmounts(sharesOf(setlinfo), fundsOf(setldetail), 1);
};

/** 1107: the same, under a settlement number that nobody has yet. */
export const settled = (reader: Reader, data: Input['data'], answered: Output): string | undefined => {
  const { setl_sn } = answered.setlinfo;
  const taken = reader.settlement('national', setl_sn) ?? reader.settlement('treatment', setl_sn);
  return tried(reader, data, answered) ?? (taken && `结算流水号 setl_sn（${setl_sn}）已用于另一笔结算`);
};
