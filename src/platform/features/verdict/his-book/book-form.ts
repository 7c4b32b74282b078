import { z } from 'zod';
import { parseScaled } from '../../../../kernel/decimal.ts';
import { asFen, yuan, type Fen } from '../../../../kernel/money.ts';
import { HIS_STATES } from '../types/his-book.ts';

/** Rows of one book at most: what a hospital settles in a day. */
export const MOST_ROWS = 10_000;

/** 分 of one row at most: all rows of a book together are still an exact number. */
const MOST_FEN = 99_999_999_999;

const yuanAmount = z.union([z.string(), z.number()]).transform((given, context): Fen => {
  const units = parseScaled(String(given), 2);
  if (units !== undefined && units >= 0 && units <= MOST_FEN) return asFen(units);
  const message =
    units !== undefined && units > MOST_FEN
      ? `（${given}）过大，最多 ${yuan(asFen(MOST_FEN))} 元`
      : `（${given}）应为不超过两位小数、不为负的金额（元），不写千分位，退费写在 state`;
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
});

/** What a spreadsheet makes of a long number: its last digits are gone. */
const SPREADSHEET = /^\d(\.\d+)?E\+\d+$/i;

const number = z
  .union([z.string(), z.number()])
  .transform((value) => String(value).trim())
  .refine((value) => value.length > 0 && value.length <= 30, '应为 1 到 30 个字符')
  .refine((value) => !SPREADSHEET.test(value), '被表格软件改成了科学计数法，末几位已丢失；请把这一列设为文本再导出');

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
    ({ setl_id, msgid, mdtrt_id, chrg_bchno }) =>
      setl_id !== undefined || msgid !== undefined || (mdtrt_id !== undefined && chrg_bchno !== undefined),
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
