import type { CivilDate } from '../../../../kernel/civil-time.ts';
import { accept, decline, hospitalTransaction } from '../../../dispatch/definition.ts';
import { insutypesAt, PERSON_ASKED_REFUSALS, personAsked } from '../../../domain/person-asked.ts';
import { isRefusal } from '../../../domain/refusals.ts';
import type { AccumulatorRow } from '../../../store/port.ts';
import type { Input, Output } from './wire.gen.ts';

/** 人员累计信息查询: what the person has used, as the insured place counts it. */
export const accumulators = hospitalTransaction<Input, Output>()({
  infno: '5206',
  slug: 'accumulators',
  title: '人员累计信息查询',
  kind: 'query',
  needs: ['data.psn_no'],
  refusals: PERSON_ASKED_REFUSALS,
  load: (reader, { data: { psn_no } }) => {
    const person = reader.person(psn_no);
    const insutypes = new Set(person?.insurances.map((row) => row.insutype));
    return {
      person,
      used: new Map([...insutypes].map((insutype) => [insutype, reader.accumulators(psn_no, insutype)])),
    };
  },
  decide: ({ person, used }, { data: { psn_no, cum_ym = '' } }, context) => {
    const found = personAsked(person, context);
    if (isRefusal(found)) return decline(found);
    const rows = insutypesAt(found).flatMap((insutype) =>
      (used.get(insutype) ?? []).map((row) => ({ insutype, ...rowOf(row, context.today) })),
    );
    const cuminfo = rows.filter((row) => row.cum_ym.startsWith(cum_ym));
    return accept({ cuminfo }, [], { subject: { psn_no } });
  },
  examples: [{ title: '全部累计', input: { data: { psn_no: '{psn_no}' } } }],
  notes: [
    '累计类别代码：字母（F 医疗费总额、S 政策范围内、Q 起付线、D 基金支付、TS 大病合规自付基数）+ 病种、基金或分组 + 后缀。',
    '后缀：_14 门诊慢特病、_11 普通门诊、_21 与住院合并，没有后缀的为全部。',
    '按年累计的，累计年月为累计到的那个月：本年为当前月，往年为 12 月；按月累计的为该月。',
    'cum_ym 可填年月（202609）或年（2026），不填为全部。',
  ],
  differences: [
    '异地人员也查得到，直接读沙箱里参保地的累计；参保地接在外部系统时，这里没有它的累计。',
    '累计类别代码是沙箱按湖南公开代码的写法定的，各地实际不同。',
  ],
});

/** A year's sum is told up to the current month, or to the December of a past year (sandbox). */
const rowOf = (
  { cum_type_code, period, amount }: AccumulatorRow,
  today: CivilDate,
): Omit<Output['cuminfo'][number], 'insutype'> => {
  const year = period.slice(0, 4);
  const lastMonth = year === today.slice(0, 4) ? today.slice(5, 7) : '12';
  return { year, cum_ym: period.length === 4 ? year + lastMonth : period, cum_type_code, cum: amount };
};
