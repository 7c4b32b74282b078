import { accept, decline, hospitalTransaction } from '../../../dispatch/definition.ts';
import { feeLineOutput, isDrug } from '../../../domain/fee-line-output.ts';
import { isChronic } from '../../../domain/med-type.ts';
import { PERSON_ASKED_REFUSALS, personAsked } from '../../../domain/person-asked.ts';
import { isRefusal } from '../../../domain/refusals.ts';
import type { Visit } from '../../../domain/visit.ts';
import type { Input, Output } from './wire.gen.ts';

/** 人员慢特病用药记录查询: the drugs of the person's settled 门诊慢特病 visits at this hospital, by the time of each line. */
export const chronicDrugs = hospitalTransaction<Input, Output>()({
  infno: '5205',
  slug: 'chronic-drugs',
  title: '人员慢特病用药记录查询',
  kind: 'query',
  needs: ['data.psn_no'],
  refusals: PERSON_ASKED_REFUSALS,
  load: (reader, { data }, { institution }) => {
    const visits = reader.visitsOf(data.psn_no).filter((visit) => isChronicHere(visit, institution.fixmedins_code));
    const lines = visits.flatMap((visit) =>
      reader
        .batches(visit.mdtrt_id)
        .filter((batch) => batch.settledBy !== undefined)
        .flatMap((batch) => batch.lines)
        .filter(({ fee_ocur_time }) => within(fee_ocur_time, data))
        .map((line) => ({ visit, line, item: reader.item(institution.admdvs, line.med_list_codg) })),
    );
    return { person: reader.person(data.psn_no), drugs: lines.filter(({ line, item }) => isDrug(line, item)) };
  },
  decide: ({ person, drugs }, { data: { psn_no } }, context) => {
    const found = personAsked(person, context);
    if (isRefusal(found)) return decline(found);
    const { fixmedins_code, fixmedins_name } = context.institution;
    const rows = drugs.map(({ visit, line, item }) => ({
      fixmedins_code,
      fixmedins_name,
      psn_no,
      med_type: visit.treatment?.med_type ?? '',
      ...feeLineOutput(line, item),
    }));
    const feedetail = rows.sort((a, b) => byTime(a.fee_ocur_time, b.fee_ocur_time));
    return accept({ feedetail }, [], { subject: { psn_no } });
  },
  examples: [
    { title: '今年的用药', input: { data: { psn_no: '{psn_no}', begntime: '2026-01-01 00:00:00', endtime: '{now}' } } },
  ],
  notes: [
    '只列有效结算里的药品（目录类别 101、102、103、104、106），已退费、已冲正、未结算的不列；按费用发生时间排列。',
    '只有日期的按 00:00:00 至 23:59:59；结束时间不填为不限。',
  ],
  differences: ['只列本机构的用药：沙箱里一家机构看不到别家机构的数据。'],
});

const isChronicHere = ({ fixmedins_code, treatment }: Visit, here: string): boolean =>
  fixmedins_code === here && isChronic(treatment?.med_type ?? '');

const within = (time: string, { begntime, endtime }: Input['data']): boolean =>
  (begntime === undefined || begntime <= time) && (endtime === undefined || time <= endtime);

const byTime = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
