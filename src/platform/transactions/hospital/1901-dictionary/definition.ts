import { accept, decline, hospitalTransaction } from '../../../dispatch/definition.ts';
import { refuse } from '../../../domain/refusals.ts';
import type { Input, Output } from './wire.gen.ts';

/** 字典表查询: a code list of the interface document, whole or the children of one value. */
export const dictionary = hospitalTransaction<Input, Output>()({
  infno: '1901',
  slug: 'dictionary',
  title: '字典表查询',
  kind: 'query',
  needs: ['data.type'],
  refusals: ['dictionary-unknown'],
  load: () => undefined,
  decide: (_facts, { data: { type, parent_value } }, { library, party }) => {
    const values = library.dictionary(type.toLowerCase());
    if (!values) return decline(refuse(party, 'dictionary-unknown', type));
    const asked = parent_value === undefined || parent_value === '0' ? undefined : parent_value;
    return accept({
      list: values
        .filter((row) => asked === undefined || (row.value !== asked && row.value.startsWith(asked)))
        .map((row, index) => ({
          type, label: row.label, value: row.value, parentValue: row.parent ?? '0', sort: index + 1, valiFlag: '1',
          createUser: 'kuasheng', createDate: '2024-10-01', version: 1,
        })), // prettier-ignore
    });
  },
  examples: [
    {
      title: '险种类型',
      input: { data: { type: 'insutype', parent_value: '0', admdvs: '440300', date: '2026-01-01', Vali_Flag: '1' } },
    },
  ],
  differences: ['createUser、createDate、version 是沙箱自定的值。'],
});
