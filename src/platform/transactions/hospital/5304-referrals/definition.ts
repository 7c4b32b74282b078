import { reach } from '../../../../kernel/admdvs.ts';
import { dateTimeOf } from '../../../../kernel/civil-time.ts';
import { accept, decline, hospitalTransaction } from '../../../dispatch/definition.ts';
import { stateOf, type Application, type Referral } from '../../../domain/application.ts';
import type { Person } from '../../../domain/person.ts';
import { PERSON_ASKED_REFUSALS, personAsked } from '../../../domain/person-asked.ts';
import { isRefusal } from '../../../domain/refusals.ts';
import type { Input, Output } from './wire.gen.ts';

/** 转院信息查询: the transfers of a person that this institution has filed with 2501. */
export const referrals = hospitalTransaction<Input, Output>()({
  infno: '5304',
  slug: 'referrals',
  title: '转院信息查询',
  kind: 'query',
  needs: ['data.psn_no', 'data.begntime'],
  refusals: PERSON_ASKED_REFUSALS,
  load: (reader, { data: { psn_no } }) => ({
    person: reader.person(psn_no),
    applications: reader.applicationsOf(psn_no),
  }),
  decide: ({ person, applications }, { data: { psn_no, begntime, endtime } }, context) => {
    const found = personAsked(person, context);
    if (isRefusal(found)) return decline(found);
    const [from, to] = [begntime.slice(0, 10), endtime?.slice(0, 10) ?? '9999-12-31'];
    const rows = applications
      .filter(({ fixmedins_code }) => fixmedins_code === context.institution.fixmedins_code)
      .flatMap((application) => transferOf(application) ?? [])
      .filter(({ referral }) => from <= referral.refl_date && referral.refl_date <= to)
      .map((transfer) => rowOf(transfer, found.person));
    return accept(rows, [], { subject: { psn_no } });
  },
  examples: [
    {
      title: '某人今年的转院',
      input: { data: { psn_no: '{psn_no}', begntime: '2026-01-01 00:00:00', endtime: '2026-12-31 23:59:59' } },
    },
  ],
  notes: [
    'output 本身就是列表。按转院日期查询，包括正在审核的；已撤销、审核未通过的不列。',
    '只列本机构用 2501 申报的；参保地登记的备案、别的机构申报的转院不列。',
  ],
  differences: ['真实平台是否也列出转入本机构的，接口文档没有说明；沙箱不列。'],
});

type Filing = Extract<Application, { kind: 'filing' }>;
type Transfer = { readonly application: Filing; readonly referral: Referral };

const transferOf = (application: Application): Transfer | undefined => {
  if (application.kind !== 'filing' || !application.referral) return undefined;
  const stands = ['applied', 'accepted', 'approved'].includes(stateOf(application));
  return stands ? { application, referral: application.referral } : undefined;
};

const rowOf = (
  { application: { asked, insuplc, steps }, referral }: Transfer,
  { psn_no, psn_cert_type, certno, psn_name, gend, brdy, insurances }: Person,
): Output[number] => {
  const { reflin_medins_no, reflin_medins_name, opter, opter_name, ...kept } = referral;
  return {
    ...kept,
    ...{ psn_no, psn_cert_type, certno, psn_name, gend, brdy },
    // 申报来源 01 定点医药机构
    dcla_souc: '01',
    insu_optins: insuplc,
    emp_name: insurances.find(({ insutype }) => insutype === referral.insutype)?.emp_name,
    reflin_medins_no,
    reflin_medins_name,
    out_flag: reach(asked.mdtrtarea_admdvs, insuplc) === 'local' ? '0' : '1',
    begndate: asked.begndate,
    enddate: asked.enddate,
    opter_id: opter,
    opter_name,
    opt_time: dateTimeOf(steps[0].at),
  };
};
