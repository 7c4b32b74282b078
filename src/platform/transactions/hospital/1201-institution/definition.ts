import { accept, hospitalTransaction } from '../../../dispatch/definition.ts';
import type { Input, Output } from './wire.gen.ts';

/** 医药机构信息获取: institutions of a kind, by code or part of the name. */
export const institution = hospitalTransaction<Input, Output>()({
  infno: '1201',
  slug: 'institution',
  title: '医药机构信息获取',
  kind: 'query',
  needs: ['medinsinfo.fixmedins_type'],
  refusals: [],
  load: (reader) => reader.institutions(),
  decide: (institutions, { medinsinfo: asked }) =>
    accept({
      medinsinfo: institutions
        .filter((row) => row.fixmedins_type === asked.fixmedins_type)
        .filter((row) => asked.fixmedins_code === undefined || row.fixmedins_code === asked.fixmedins_code)
        .filter((row) => asked.fixmedins_name === undefined || row.fixmedins_name.includes(asked.fixmedins_name))
        .map(({ fixmedins_code, fixmedins_name, uscc, fixmedins_type, hosp_lv }) => ({
          fixmedins_code, fixmedins_name, uscc, fixmedins_type, hosp_lv,
        })), // prettier-ignore
    }),
  examples: [{ title: '全部医疗机构', input: { medinsinfo: { fixmedins_type: '1' } } }],
});
