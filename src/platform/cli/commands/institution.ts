import { Option, type Command } from 'commander';
import type { Cli } from '../cli.ts';
import { settlementsOf, type SettlementsOptions } from '../institution/settlements.ts';
import { table } from '../layout/table.ts';
import { control } from '../server/control.ts';
import { withWorkspace, type ServerOptions } from '../server/options.ts';
import { show } from '../server/show.ts';
import { askInstitutions, type InstitutionRow } from '../server/window.ts';

type AddOptions = ServerOptions & {
  readonly code: string;
  readonly name: string;
  readonly admdvs?: string;
  readonly level?: string;
  readonly outOfArea?: string;
  readonly realName: boolean;
  readonly uscc?: string;
  readonly withoutPsam?: boolean;
};

/** `kuasheng institution list|add|settlements`: who may send messages (a real HIS has its code), what it settled. */
export const addInstitution = (program: Command, { terminal, finish }: Cli): void => {
  const institution = program.command('institution').description('定点医药机构：列出、添加');

  const list = async (options: ServerOptions) =>
    show(terminal, options, await askInstitutions(options), (rows) => listInWords(rows, terminal.columns));
  withWorkspace(institution.command('list').description('可以发送报文的机构')).action((options: ServerOptions) =>
    finish(list(options)),
  );

  const add = async (options: AddOptions) => {
    const request = { method: 'POST', path: '/institutions', body: formOf(options) } as const;
    const answer = await control<{ readonly institution: InstitutionRow }>(options, request);
    return show(terminal, options, answer, ({ institution: added }) => `已登记：${lineOf(added)}`);
  };
  withWorkspace(institution.command('add').description('添加自己的机构；同一编号再写一次即为修改'))
    .requiredOption('--code <code>', '机构编号 fixmedins_code，如 H44030000001')
    .requiredOption('--name <name>', '机构名称')
    .option('--admdvs <code>', '所在区划，缺省取自机构编号')
    .option('--level <code>', '医院等级 hosp_lv，缺省 2 三级甲等')
    .addOption(
      new Option('--out-of-area <kind>', '异地标志，缺省 national 国家异地定点').choices([
        'national',
        'province',
        'none',
      ]),
    )
    .option('--without-psam', '读卡器没有 PSAM 卡，读卡须经平台认证（9201）')
    .option('--no-real-name', '没有开通就诊人实名核验')
    .option('--uscc <code>', '统一社会信用代码')
    .action((options: AddOptions) => finish(add(options)));

  withWorkspace(
    institution
      .command('settlements')
      .description('机构已结算、已退费的各笔，供补记自己的账、编制 3201 和 3202 的对账文件'),
  )
    .argument('<code>', '机构编号 fixmedins_code')
    .requiredOption('--from <yyyy-MM-dd>', '从哪天起，按结算时间')
    .requiredOption('--to <yyyy-MM-dd>', '到哪天止，含当天；一次最多一年')
    .option('--out <file>', '写成 CSV 文件（UTF-8，金额为元）')
    .action((code: string, options: SettlementsOptions) => finish(settlementsOf(terminal, code, options)));
};

const formOf = ({ code, name, admdvs, level, outOfArea, uscc, realName, withoutPsam }: AddOptions): object => ({
  fixmedins_code: code,
  fixmedins_name: name,
  ...(admdvs !== undefined && { admdvs }),
  ...(level !== undefined && { hosp_lv: level }),
  ...(outOfArea !== undefined && { outOfArea }),
  ...(uscc !== undefined && { uscc }),
  real_name: realName,
  ...(withoutPsam === true && { no_psam: true }),
});

const REACH: Readonly<Record<InstitutionRow['outOfArea'], string>> = {
  national: '国家异地定点',
  province: '省内异地定点',
  none: '非异地定点',
};

const lineOf = ({ fixmedins_code, fixmedins_name, place, outOfArea }: InstitutionRow): string =>
  `${fixmedins_code} ${fixmedins_name}（${place}，${REACH[outOfArea]}）`;

const HEADS = [
  { title: '编号' },
  { title: '名称', gives: true },
  { title: '就医地' },
  { title: '等级' },
  { title: '异地标志' },
  { title: '实名核验' },
] as const;

const listInWords = (rows: readonly InstitutionRow[], columns: number): string =>
  table(
    HEADS,
    rows.map((row) => [
      row.fixmedins_code,
      row.fixmedins_name,
      row.place,
      row.hosp_lv,
      REACH[row.outOfArea],
      row.real_name ? '是' : '否',
    ]),
    columns,
  );
