import type { Command } from 'commander';
import { placeName } from '../../../kernel/admdvs.ts';
import type { Cli } from '../cli.ts';
import { control } from '../server/control.ts';
import { failed } from '../server/failure.ts';
import { inputFile } from '../server/input-file.ts';
import { withWorkspace, type ServerOptions } from '../server/options.ts';
import { show } from '../server/show.ts';

type ImportOptions = ServerOptions & { readonly place?: string };

type Imported = { readonly rows: number; readonly places: readonly string[]; readonly ignored: readonly string[] };

const COLUMNS = `
列名（中文列名也认）：
  必填  med_list_codg, name, chrgitm_lv（01 甲 02 乙 03 丙）；乙类还要 selfpay_prop（0.1 或 10%）
  可选  med_chrgitm_type, list_type, limit 或 limit_三级 limit_二级 limit_一级 limit_基层,
        limit_begndate, limit_enddate（限价的起止日期），
        lmt_used_flag, bas_medn_flag, hi_nego_drug_flag, chld_medc_flag, dosform, spec, prodname
文件为 UTF-8 或 GBK，以逗号或制表符分隔。有一行不对，就一行也不导入。`;

/** `kuasheng catalogue import FILE`: a real HIS brings its own item codes. */
export const addCatalogue = (program: Command, { terminal, finish }: Cli): void => {
  const catalogue = program.command('catalogue').description('医保目录：导入自己的项目编码');

  const load = async (file: string, options: ImportOptions) => {
    const bytes = await inputFile(terminal, file);
    if (!bytes.ok) return failed(terminal, bytes.error);
    const query = options.place === undefined ? '' : `?admdvs=${encodeURIComponent(options.place)}`;
    const body = { bytes: bytes.value, contentType: 'text/csv' };
    const answer = await control<Imported>(options, { method: 'POST', path: `/catalogue${query}`, body });
    return show(terminal, options, answer, importedInWords);
  };
  withWorkspace(
    catalogue
      .command('import')
      .argument('<file>', 'CSV 文件，- 为标准输入')
      .description('导入目录；同一编码的项目被替换'),
  )
    .option('--place <admdvs>', '就医地医保区划；缺省为每个有机构的地方')
    .addHelpText('after', COLUMNS)
    .action((file: string, options: ImportOptions) => finish(load(file, options)));
};

const importedInWords = ({ rows, places, ignored }: Imported): string =>
  [
    `已导入 ${rows} 个项目：${places.map((place) => `${placeName(place)} ${place}`).join('、')}`,
    ...(ignored.length > 0 ? [`没有用到的列：${ignored.join('、')}`] : []),
  ].join('\n');
