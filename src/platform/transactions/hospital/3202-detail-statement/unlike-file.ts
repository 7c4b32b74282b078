import { sum, yuan, type Fen } from '../../../../kernel/money.ts';
import type { DetailRow } from '../../../domain/statement/detail-file.ts';
import type { Input } from './wire.gen.ts';

const unlike = (name: string, sent: Fen | undefined, inFile: Fen): string[] =>
  sent === undefined || sent === inFile ? [] : [`${name}（报文 ${yuan(sent)}，文件 ${yuan(inFile)}）`];

/** What a message says of its own file and the file does not say; undefined where the two agree. */
export const unlikeFile = (
  { medfee_sumamt, fund_pay_sumamt, fixmedins_setl_cnt = -1 }: Input['data'],
  rows: readonly DetailRow[],
): string | undefined => {
  const found = [
    ...unlike('医疗费总额 medfee_sumamt', medfee_sumamt, sum(rows.map((row) => row.medfee_sumamt))),
    ...unlike('基金支付总额 fund_pay_sumamt', fund_pay_sumamt, sum(rows.map((row) => row.fund_pay_sumamt))),
    ...(fixmedins_setl_cnt < 0 || fixmedins_setl_cnt === rows.length
      ? []
      : [`结算笔数 fixmedins_setl_cnt（报文 ${fixmedins_setl_cnt}，文件 ${rows.length}）`]),
  ];
  return found.length === 0 ? undefined : `报文与对账文件不一致：${found.join('；')}`;
};
