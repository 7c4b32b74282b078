import { placeOf } from '../../../../kernel/admdvs.ts';
import { dateTimeOf } from '../../../../kernel/civil-time.ts';
import { accept, decline, hospitalTransaction } from '../../../dispatch/definition.ts';
import { insuredPlaceOf } from '../../../domain/insured-place-of.ts';
import { isChronic } from '../../../domain/med-type.ts';
import { partyPrefix } from '../../../domain/party.ts';
import { isRefusal, refuse } from '../../../domain/refusals.ts';
import { benefitPeriod, type Period } from './benefit-period.ts';
import { settlementDown, settlementSoonDown, throughAllParties } from './settlement-stop.ts';
import type { Input, Output } from './wire.gen.ts';

/** 人员待遇享受检查: whether this person would be entitled to that benefit here and on that day; changes nothing. */
export const benefitCheck = hospitalTransaction<Input, Output>()({
  infno: '2001',
  slug: 'benefit-check',
  title: '人员待遇享受检查',
  kind: 'query',
  needs: ['data.psn_no', 'data.insutype', 'data.med_type'],
  refusals: ['person-unknown', 'institution-mismatch', 'place-unknown', 'place-mismatch', 'in-maintenance'],
  load: (reader, { data: { psn_no } }) => ({
    person: reader.person(psn_no),
    filings: reader.filings(psn_no),
    qualifications: reader.qualifications(psn_no),
    chosen: reader.chosenInstitutions(psn_no),
    placeStates: reader.placeStates(),
    maintenances: reader.maintenances(),
  }),
  decide: (claimant, { data }, context) => {
    const { institution, party, message, now, library } = context;
    const { fixmedins_code } = institution;
    if (data.fixmedins_code !== undefined && data.fixmedins_code !== fixmedins_code) {
      return decline(refuse(party, 'institution-mismatch', data.fixmedins_code, fixmedins_code));
    }
    const { person } = claimant;
    if (!person) return decline(refuse(party, 'person-unknown'));
    const insuplc = insuredPlaceOf(person, data.insutype, message, institution, party);
    if (isRefusal(insuplc)) return decline(insuplc);
    const day = (data.begntime ?? dateTimeOf(now)).slice(0, 10);
    const { insutype, med_type, dise_codg } = data;
    const demand = {
      insuplc,
      insutype,
      mdtrtarea: placeOf(institution.admdvs),
      fixmedins_code,
      med_type,
      dise_codg,
      day,
    };
    const down = settlementDown(claimant, demand, now);
    if (down) return decline(down);
    const found = throughAllParties(claimant, demand, context);
    const period: Period = isRefusal(found)
      ? { begndate: day }
      : benefitPeriod(found, claimant, demand, library.diseases, party);
    const trtinfo = {
      psn_no: person.psn_no,
      trt_chk_type: '01',
      fund_pay_type: poolOf(insutype),
      trt_enjymnt_flag: isRefusal(found) ? '0' : '1',
      ...period,
      trt_chk_rslt: isRefusal(found)
        ? `${partyPrefix(found.by)} ${found.text}`
        : `可享受${isChronic(med_type) ? '门诊慢特病' : '普通门诊'}待遇`,
    };
    const warn_msg = settlementSoonDown(claimant, demand, now);
    return accept({ trtinfo: [trtinfo] }, [], {
      subject: { psn_no: person.psn_no },
      ...(warn_msg !== undefined && { warn_msg }),
    });
  },
  examples: [
    {
      title: '门诊慢特病，高血压',
      input: {
        data: {
          psn_no: '{psn_no}', insutype: '{insutype}', fixmedins_code: '{fixmedins_code}', med_type: '14',
          begntime: '{now}', dise_codg: 'M03900', dise_name: '高血压',
        },
      },
    },
    {
      title: '普通门诊',
      input: {
        data: {
          psn_no: '{psn_no}', insutype: '{insutype}', fixmedins_code: '{fixmedins_code}', med_type: '11',
          begntime: '{now}',
        },
      },
    },
  ], // prettier-ignore
  notes: [
    '只有一行，查统筹基金（310 → 310100，390 → 390100）；不能享受时 trt_chk_rslt 就是结算会得到的拒绝原因，带拒绝方前缀。',
    '依次检查：本机构异地资格、国家平台病种范围、机构联网状态和开通的病种、参保地是否开通，参保地的参保状态、备案、病种资格、政策。',
    '国家平台或参保地停机维护时返回停机信息，不作检查；停机前的提前期内照常检查，warn_msg 附停机信息。',
    '享受时开始、结束日期取参保、病种资格、备案的共同有效期；不享受时开始日期为所查的那一天。',
    '按开始时间 begntime 那一天检查，不填为现在；结束时间不参与检查。',
  ],
  differences: ['跨省人员直接按沙箱里参保地的数据判断：国家平台没有对应的交易，参保地接在外部系统时也不会去问它。'],
});

/** The pool 统筹基金 of an insurance: 310 → 310100. */
const poolOf = (insutype: string): string => `${insutype.slice(0, 3)}100`;
