import { provinceOf } from '../../../../kernel/admdvs.ts';
import { accept, decline, nationalTransaction } from '../../../dispatch/definition.ts';
import { faultOfStart, isWithin, pageFrom, PAGE_REFUSALS } from '../../../domain/downloads.ts';
import type { Input, Output } from '../../../domain/national/1404.gen.ts';
import { numbered } from '../../../domain/national/numbered.ts';
import { refuse } from '../../../domain/refusals.ts';
import type { Settlement } from '../../../domain/settlement.ts';
import { settlementsAsked } from './settlements-asked.ts';

/**
 * 门诊结算信息查询: settlements and refunds of the national book, of which the asking province is one of the two sides. Any
 * other one is answered as if it did not exist.
 */
export const settlements = nationalTransaction<Input, Output>()({
  infno: '1404',
  slug: 'settlements',
  title: '门诊结算信息查询',
  kind: 'query',
  role: 'either',
  needs: [],
  refusals: [...PAGE_REFUSALS, 'query-unbounded'],
  load: (reader, { data = {} }) => settlementsAsked(reader, data),
  decide: (found, { data = {} }, { message: { sender }, party }) => {
    if (!found) return decline(refuse(party, 'query-unbounded'));
    const fault = faultOfStart(data, party);
    if (fault) return decline(fault);
    const own = found.filter((row) => row.state !== 'reversed' && isSideOf(row, sender) && isAsked(row, data));
    return accept({ totalrow: own.length, setlinfo: pageFrom(own, data).map(rowOf) });
  },
  examples: [
    { title: '一笔结算和它的退费', input: { data: { setl_sn: '{setl_sn}' } } },
    {
      title: '一个参保人一段时间的结算',
      input: { data: { startrow: 1, psn_no: '{psn_no}', begndate: '2026-01-01', enddate: '2026-12-31' } },
    },
  ],
  notes: [
    '只能查询本省相关信息：就医地或参保地在本省的结算；别省的与不存在的应答相同。',
    '按结算流水号、就诊顺序号，或按个人管理码（或证件号码）加起止日期；几项都填的须同时符合。',
    '退费为负数行，init_setl_sn 为原结算流水号；原结算的有效标志变为 0。已冲正的不返回。',
    '一次最多 100 行，按结算时间排列；startrow 从 1 起，超出末行返回空列表。',
  ],
  differences: ['入参、有效标志和分页是沙箱自定的；出参各字段同 1107、1203。'],
});

const isSideOf = ({ mdtrtarea, insuplc }: Settlement, province: string): boolean =>
  provinceOf(mdtrtarea) === province || provinceOf(insuplc) === province;

/** Everything that was named must fit, whatever the row was found by. */
const isAsked = (row: Settlement, asked: NonNullable<Input['data']>): boolean =>
  fits(row.visitor.psn_no, asked.psn_no) &&
  fits(row.visitor.certno, asked.certno) &&
  fits(row.mdtrtsn, asked.mdtrtsn) &&
  (asked.begndate ?? '') <= row.setl_time.slice(0, 10) &&
  (asked.enddate ?? '9') >= row.setl_time.slice(0, 10) &&
  isWithin(row.mdtrtarea, asked.mdtrtarea) &&
  isWithin(row.insuplc, asked.insuplc);

const fits = (own: string | undefined, asked: string | undefined): boolean => asked === undefined || asked === own;

const rowOf = (settlement: Settlement): Output['setlinfo'][number] => {
  const { setlinfo, setldetail } = numbered(settlement);
  return {
    ...setlinfo,
    ...(settlement.refundOf !== undefined && { init_setl_sn: settlement.refundOf }),
    fixmedins_code: settlement.fixmedins_code,
    vali_flag: settlement.state === 'effective' ? '1' : '0',
    setldetail,
  };
};
