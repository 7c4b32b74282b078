import { dateTimeOf } from '../../../../kernel/civil-time.ts';
import { placeOf, reach } from '../../../../kernel/admdvs.ts';
import { accept, hospitalTransaction } from '../../../dispatch/definition.ts';
import { credentialAllowed, credentialFault, IDENTIFY_REFUSALS } from '../../../domain/credential.ts';
import { nextDoor } from '../../../domain/next-door.ts';
import type { Input as Registration, Output as Registered } from '../../../domain/national/1005.gen.ts';
import { visitorNamed } from '../../../domain/national/visitor-named.ts';
import { outOfAreaStop } from '../../../domain/out-of-area.ts';
import { refuse } from '../../../domain/refusals.ts';
import { visitOrderNumber } from '../../../domain/serial-numbers.ts';
import { insuredPlaceOf } from '../../../domain/insured-place-of.ts';
import type { Input, Output } from './wire.gen.ts';

/**
 * 门诊挂号: registers the visitor at the insured place (across provinces through the national node) and opens the visit.
 */
export const register = hospitalTransaction<Input, Output, Registered>()({
  infno: '2201',
  slug: 'register',
  title: '门诊挂号',
  kind: 'mutation',
  needs: ['data.psn_no', 'data.insutype', 'data.mdtrt_cert_type', 'data.ipt_otp_no'],
  refusals: [
    ...IDENTIFY_REFUSALS, 'place-mismatch', 'place-unknown', 'not-cross-province', 'not-out-of-area',
    'identity-card-not-allowed', 'card-only', 'credential-of-another',
  ], // prettier-ignore
  load: (reader, { data }, context) => ({
    person: reader.person(data.psn_no),
    credential: credentialFault(reader, data, data.psn_no, context),
  }),
  ask: ({ person, credential }, { data }, { message, party, settings, institution, now, seq }) => {
    if (!person) return refuse(party, 'person-unknown');
    const insuplc = insuredPlaceOf(person, data.insutype, message, institution, party);
    if (typeof insuplc !== 'string') return insuplc;
    const stop =
      outOfAreaStop(institution, insuplc, party) ??
      credentialAllowed(data.mdtrt_cert_type, institution, insuplc, settings, party) ??
      credential;
    if (stop) return stop;
    const mdtrtarea = placeOf(institution.admdvs);
    const input: Registration = {
      data: {
        mdtrtarea,
        insuplc,
        fixmedins_code: institution.fixmedins_code,
        fixmedins_name: institution.fixmedins_name,
        psn_no: data.psn_no,
        insutype: data.insutype,
        mdtrt_cert_type: data.mdtrt_cert_type,
        ...(data.mdtrt_cert_no !== undefined && { mdtrt_cert_no: data.mdtrt_cert_no }),
        mdtrtsn: visitOrderNumber(mdtrtarea, now, seq),
        begntime: data.begntime ?? dateTimeOf(now),
      },
    };
    return { door: nextDoor(mdtrtarea, insuplc), infno: '1005', mdtrtarea, insuplc, input };
  },
  decide: (_facts, { data }, { institution, now }, reply) => {
    if (!reply) return accept<Output>(undefined);
    const { mdtrt_regno: mdtrt_id, insuplc, psn_no, prmmsg } = reply.data;
    const mdtrtarea = placeOf(institution.admdvs);
    const { ipt_otp_no, mdtrt_cert_type, atddr_no, dr_name, dept_code, dept_name, caty } = data;
    const visit = {
      mdtrt_id,
      visitor: visitorNamed(reply.data),
      fixmedins_code: institution.fixmedins_code,
      mdtrtarea,
      insuplc,
      reach: reach(mdtrtarea, insuplc),
      mdtrt_cert_type,
      ipt_otp_no,
      begntime: data.begntime ?? dateTimeOf(now),
      ...(atddr_no !== undefined && { atddr_no }),
      ...(dr_name !== undefined && { dr_name }),
      ...(dept_code !== undefined && { dept_code }),
      ...(dept_name !== undefined && { dept_name }),
      ...(caty !== undefined && { caty }),
      withdrawn: false,
    };
    return accept({ data: { mdtrt_id, psn_no, ipt_otp_no } }, [{ kind: 'visit.put', visit }], {
      ...(prmmsg !== undefined && { warn_msg: prmmsg }),
      subject: { mdtrt_id, psn_no },
    });
  },
  examples: [
    {
      title: '跨省人员刷卡挂号',
      input: {
        data: {
          psn_no: '{psn_no}', insutype: '{insutype}', begntime: '{now}', mdtrt_cert_type: '03',
          mdtrt_cert_no: '{card_no}', card_sn: '{card_sn}', ipt_otp_no: 'OP0001', atddr_no: 'D440300999001',
          dr_name: '沙箱医生', dept_code: 'A03.04', dept_name: '心血管内科', caty: 'A03',
        },
      },
    },
  ], // prettier-ignore
  notes: [
    '跨省人员的就诊ID为 S + 参保地（6）+ yyMMdd + 7 位，由参保地产生；本地为 20 位流水。',
    '没有有效备案时仍可挂号，warn_msg 提示结算将被拒绝。',
  ],
});
