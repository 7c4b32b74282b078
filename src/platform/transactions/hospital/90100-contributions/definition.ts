import { placeName, placeOf } from '../../../../kernel/admdvs.ts';
import { accept, decline, hospitalTransaction } from '../../../dispatch/definition.ts';
import type { Library } from '../../../domain/library.ts';
import type { Contribution } from '../../../domain/person.ts';
import { refuse } from '../../../domain/refusals.ts';
import type { Input, Output } from './wire.gen.ts';

/** 缴费查询: the paid months of a person of the hospital's own place; benefits follow last month's contribution. */
export const contributions = hospitalTransaction<Input, Output>()({
  infno: '90100',
  slug: 'contributions',
  title: '缴费查询',
  kind: 'query',
  needs: ['data.psn_no'],
  refusals: ['person-unknown', 'own-place-only'],
  load: (reader, { data: { psn_no } }) => ({ person: reader.person(psn_no), paid: reader.contributions(psn_no) }),
  decide: ({ person, paid }, { data: { psn_no } }, { institution, party, library }) => {
    if (!person) return decline(refuse(party, 'person-unknown'));
    const here = placeOf(institution.admdvs);
    if (!person.insurances.some((row) => placeOf(row.insuplc_admdvs) === here)) {
      return decline(refuse(party, 'own-place-only', here));
    }
    const rows = paid.filter((row) => placeOf(row.poolarea_no) === here).map((row) => rowOf(row, library));
    return accept(rows, [], { subject: { psn_no } });
  },
  examples: [{ title: '缴费记录', input: { data: { psn_no: '{psn_no}' } } }],
  notes: [
    'output 本身就是列表；费款所属期为 yyyyMM，到账类型 0 未到账、1 足额缴费。',
    '只能查本就医地的参保人；异地参保人无需查询，待遇由参保地判断。',
  ],
  differences: [
    '缴费类型一律答 10 正常缴费。',
    '真实平台的待遇看上月是否足额到账；沙箱的结算只看参保状态，不看缴费记录。',
  ],
});

const FLAGS: Readonly<Record<Contribution['clct_flag'], string>> = { 0: '未到账', 1: '足额缴费' };

const rowOf = ({ psn_no: _psn_no, ...row }: Contribution, { dictionary }: Library): Output[number] => ({
  ...row,
  poolarea_no_name: placeName(row.poolarea_no),
  insutype_name: dictionary('insutype')?.find(({ value }) => value === row.insutype)?.label,
  clct_type: '10',
  clct_type_name: '正常缴费',
  clct_flag_name: FLAGS[row.clct_flag],
});
