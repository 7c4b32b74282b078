import { accept, decline, insuredTransaction } from '../../../dispatch/definition.ts';
import { nationalCodeOf } from '../../../domain/eligibility.ts';
import type { Input, Output } from '../../../domain/national/1406.gen.ts';
import { personNamed } from '../../../domain/person-named.ts';
import { refuse } from '../../../domain/refusals.ts';

/** 门诊慢特病认定资格信息查询 at the insured place: every qualification, diseases outside the cross-province list included. */
export const entitlements = insuredTransaction<Input, Output>()({
  infno: '1406',
  slug: 'entitlements',
  title: '门诊慢特病认定资格信息查询（参保地）',
  kind: 'query',
  needs: [],
  refusals: ['person-unknown'],
  load: (reader, { data }) => {
    const person = personNamed(reader, data);
    return {
      person,
      qualifications: person ? reader.qualifications(person.psn_no) : [],
      chosen: person ? reader.chosenInstitutions(person.psn_no) : [],
    };
  },
  decide: ({ person, qualifications, chosen }, { data }, { party }) => {
    if (!person) return decline(refuse(party, 'person-unknown'));
    const asked = qualifications
      .filter((row) => data.insutype === undefined || row.insutype === data.insutype)
      .filter((row) => data.opsp_dise_code === undefined || nationalCodeOf(row) === data.opsp_dise_code);
    return accept({
      opspinfo: asked.map(({ local_dise_code, opsp_dise_code, ...row }) => ({
        ...row,
        psn_name: person.psn_name,
        opsp_dise_code: opsp_dise_code ?? local_dise_code,
        poolarea_dise_code: local_dise_code,
        fixmedinsinfo: chosen
          .filter((choice) => choice.opsp_dise_code === undefined || choice.opsp_dise_code === opsp_dise_code)
          .map(({ fix_srt_no, fixmedins_code, fixmedins_name, begndate, enddate }) => ({
            fix_srt_no,
            fixmedins_code,
            fixmedins_name,
            begndate,
            ...(enddate !== undefined && { enddate }),
          })),
      })),
    });
  },
  examples: [],
});
