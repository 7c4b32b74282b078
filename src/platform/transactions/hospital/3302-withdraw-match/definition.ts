import { accept, decline, hospitalTransaction } from '../../../dispatch/definition.ts';
import { refuse } from '../../../domain/refusals.ts';
import type { Input } from './wire.gen.ts';

/** 目录对照撤销: a match of this institution no longer holds; it stays in 1317 as 无效. */
export const withdrawMatch = hospitalTransaction<Input>()({
  infno: '3302',
  slug: 'withdraw-match',
  title: '目录对照撤销',
  kind: 'mutation',
  needs: ['fixmedins_hilist_id', 'list_type', 'med_list_codg'],
  refusals: ['institution-mismatch', 'match-unknown'],
  load: (reader, input, { institution }) => reader.match({ ...input, fixmedins_code: institution.fixmedins_code }),
  decide: (match, input, { institution, party, today }) => {
    const { fixmedins_code = institution.fixmedins_code, fixmedins_hilist_id, med_list_codg } = input;
    if (fixmedins_code !== institution.fixmedins_code) {
      return decline(refuse(party, 'institution-mismatch', fixmedins_code, institution.fixmedins_code));
    }
    if (match?.vali_flag !== '1') return decline(refuse(party, 'match-unknown', fixmedins_hilist_id, med_list_codg));
    return accept(undefined, [{ kind: 'match.put', match: { ...match, vali_flag: '0', updt_time: today } }]);
  },
  examples: [
    {
      title: '撤销一个药品的对照',
      input: {
        fixmedins_code: '{fixmedins_code}', fixmedins_hilist_id: 'HIS001', list_type: '101', med_list_codg: '{item}',
      },
    },
  ], // prettier-ignore
  notes: ['字段直接在 input 下，没有 data 节点。', '撤销后 1317 仍查得到，有效标志为 0；用 3301 再传即重新有效。'],
});
