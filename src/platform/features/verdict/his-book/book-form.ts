import { z } from 'zod';
import { parseScaled } from '../../../../kernel/decimal.ts';
import { asFen, type Fen } from '../../../../kernel/money.ts';
import { HIS_STATES } from '../types/his-book.ts';

/** Rows of one book at most: what a hospital settles in a day. */
export const MOST_ROWS = 10_000;

const yuanAmount = z.union([z.string(), z.number()]).transform((given, context): Fen => {
  const units = parseScaled(String(given), 2);
  if (units !== undefined && units >= 0) return asFen(units);
  context.addIssue({ code: 'custom', message: `（${given}）应为不超过两位小数、不为负的金额（元），退费写在 state` });
  return z.NEVER;
});

const number = z
  .union([z.string(), z.number()])
  .transform((value) => String(value).trim())
  .refine((value) => value.length > 0 && value.length <= 30, '应为 1 到 30 个字符');

/** One row of a HIS's own book, as a file or its interface gives it. */
export const hisRowForm = z
  .strictObject({
    fixmedins_code: number,
    setl_id: number.exactOptional(),
    msgid: number.exactOptional(),
    mdtrt_id: number.exactOptional(),
    chrg_bchno: number.exactOptional(),
    medfee_sumamt: yuanAmount,
    state: z.enum(HIS_STATES),
  })
  .refine(
    ({ setl_id, msgid, mdtrt_id }) => [setl_id, msgid, mdtrt_id].some((one) => one !== undefined),
    '须填结算ID setl_id、结算报文的 msgid、或就诊ID mdtrt_id 与收费批次号 chrg_bchno 之一',
  );

/** The columns of a file, and what a person may write above them instead. */
export const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  fixmedins_code: ['定点医药机构编号', '机构编号'],
  setl_id: ['结算ID', '结算编号'],
  msgid: ['发送方报文ID', '报文号'],
  mdtrt_id: ['就诊ID'],
  chrg_bchno: ['收费批次号'],
  medfee_sumamt: ['医疗费总额'],
  state: ['状态'],
};

/** States as a person may write them. */
export const STATE_NAMES: Readonly<Record<string, string>> = {
  已收费: 'paid',
  已结算: 'paid',
  已退费: 'refunded',
  已冲正: 'reversed',
  结果未知: 'unknown',
};
