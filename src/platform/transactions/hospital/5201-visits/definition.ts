import { accept, decline, hospitalTransaction } from '../../../dispatch/definition.ts';
import { PERSON_ASKED_REFUSALS, personAsked } from '../../../domain/person-asked.ts';
import { isRefusal } from '../../../domain/refusals.ts';
import type { Visit } from '../../../domain/visit.ts';
import { openVisit } from '../../../domain/visit-access.ts';
import { medTypeOf, visitRow } from './visit-row.ts';
import type { Input, Output } from './wire.gen.ts';

/** 就诊信息查询: the person's visits at this hospital, by time of registration, category or number. */
export const visits = hospitalTransaction<Input, Output>()({
  infno: '5201',
  slug: 'visits',
  title: '就诊信息查询',
  kind: 'query',
  needs: ['data.psn_no'],
  refusals: [...PERSON_ASKED_REFUSALS, 'visit-unknown', 'visit-withdrawn'],
  load: (reader, { data }, { institution }) => ({
    person: reader.person(data.psn_no),
    named: data.mdtrt_id === undefined ? undefined : reader.visit(data.mdtrt_id),
    rows: reader
      .visitsOf(data.psn_no)
      .filter((visit) => visit.fixmedins_code === institution.fixmedins_code && !visit.withdrawn && asked(visit, data))
      .map((visit) => visitRow(visit, reader.settlementsOfVisit('treatment', visit.mdtrt_id))),
  }),
  decide: ({ person, named, rows }, { data }, context) => {
    const found = personAsked(person, context);
    if (isRefusal(found)) return decline(found);
    if (data.mdtrt_id !== undefined) {
      const { institution, party, message } = context;
      const visit = openVisit(named, institution, { psn_no: data.psn_no, ...message }, party);
      if (isRefusal(visit)) return decline(visit);
    }
    return accept({ mdtrtinfo: rows }, [], { subject: { psn_no: data.psn_no } });
  },
  examples: [
    {
      title: '某人今年的门诊慢特病就诊',
      input: { data: { psn_no: '{psn_no}', begntime: '2026-01-01 00:00:00', endtime: '{now}', med_type: '14' } },
    },
    {
      title: '一次就诊',
      input: {
        data: {
          psn_no: '{psn_no}',
          begntime: '2026-01-01 00:00:00',
          endtime: '{now}',
          med_type: '14',
          mdtrt_id: '{mdtrt_id}',
        },
      },
    },
  ],
  notes: [
    '按挂号时间查，只有日期的按 00:00:00 至 23:59:59；只列本机构的就诊，已撤销挂号的不列。',
    '医疗类别按国家码查时连同其地方子码（14 也查出 140104）；接口表要求的时间和类别，缺了不限制。',
    '他院的就诊ID与不存在的一样，答“未查询到就诊信息”。',
  ],
  differences: [
    '尚未用 2203 上传就诊信息的，医疗类别答 12 门诊挂号。',
    '门诊就诊没有结束时间，endtime 取最后一次结算（或退费）的时间，没有结算的取挂号时间。',
  ],
});

/** Within the asked time, of the asked category or a local child of it, of the asked number. */
const asked = (visit: Visit, { begntime, endtime, med_type, mdtrt_id }: Input['data']): boolean =>
  (begntime === undefined || begntime <= visit.begntime) &&
  (endtime === undefined || visit.begntime <= endtime) &&
  (med_type === undefined || medTypeOf(visit).startsWith(med_type)) &&
  (mdtrt_id === undefined || mdtrt_id === visit.mdtrt_id);
