import type { Command } from 'commander';
import { placeName } from '../../../kernel/admdvs.ts';
import { printScaled } from '../../../kernel/decimal.ts';
import type { Cli } from '../cli.ts';
import { facts } from '../layout/facts.ts';
import { table } from '../layout/table.ts';
import { withWorkspace, type ServerOptions } from '../server/options.ts';
import { askPersona, askPersonas, type Persona } from '../server/personas.ts';
import { show } from '../server/show.ts';

/** `kuasheng personas [ID]`: the synthetic persons, or one of them with everything that a window needs. */
export const addPersonas = (program: Command, { terminal, finish }: Cli): void => {
  const one = async (id: string, options: ServerOptions) =>
    show(terminal, options, await askPersona(options, id), personaInWords);
  const all = async (options: ServerOptions) =>
    show(terminal, options, await askPersonas(options), (personas) => personasInWords(personas, terminal.columns));
  withWorkspace(
    program
      .command('personas')
      .argument('[id]', '一个人员的编号，或虚拟人群的 610100-38')
      .description('演示人员：各演示什么，凭证号码是什么'),
  ).action((id: string | undefined, options: ServerOptions) =>
    finish(id === undefined ? all(options) : one(id, options)),
  );
};

/** The id is there to be copied: it never breaks. */
const HEADS = [
  { title: '编号' },
  { title: '姓名' },
  { title: '参保地', gives: true },
  { title: '演示', gives: true },
] as const;

const placeOfInsurance = ({ insuplc_admdvs }: { readonly insuplc_admdvs: string | null }): string =>
  insuplc_admdvs === null ? '' : placeName(insuplc_admdvs);

const personasInWords = (personas: readonly Persona[], columns: number): string => {
  const rows = personas.map((one) => [one.id, one.name, placeOfInsurance(one), one.shows.replace(/^演示/, '')]);
  return [table(HEADS, rows, columns), '', `共 ${personas.length} 人。号码见 kuasheng personas 编号`].join('\n');
};

const personaInWords = (one: Persona): string =>
  [
    `${one.name}（${one.id}）`,
    one.shows,
    '',
    facts([
      ['psn_no 人员编号', one.psn_no],
      ['certno 证件号码', `${one.certno}（证件类型 ${one.psn_cert_type}）`],
      ['card_no 社会保障卡卡号', one.card_no ?? '没有卡'],
      ['card_sn 卡识别码', one.card_sn ?? ''],
      ['ec_token 电子凭证令牌', one.ec_token ?? '没有电子凭证'],
      ['病种', one.diseases.join('、')],
      ...one.insurances.map((row): [string, string] => [
        `险种 ${row.insutype}`,
        `${placeOfInsurance(row)} ${row.insuplc_admdvs}，人员类别 ${row.psn_type}，` +
          `参保状态 ${row.psn_insu_stas}，账户余额 ${printScaled(row.balc, 2)}`,
      ]),
    ]),
  ].join('\n');
