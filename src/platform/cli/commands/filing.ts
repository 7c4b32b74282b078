import { Option, type Command } from 'commander';
import type { Cli } from '../cli.ts';
import { table } from '../layout/table.ts';
import { daysInWords, headOf, listQuery, stateInWords, type FilingRow } from '../server/applications.ts';
import { ask, control } from '../server/control.ts';
import { withWorkspace, type ServerOptions } from '../server/options.ts';
import { show } from '../server/show.ts';

type Days = { readonly begin?: string; readonly end?: string; readonly note?: string };
type ListOptions = ServerOptions & { readonly person?: string; readonly pending?: true };
type RegisterOptions = ServerOptions &
  Days & {
    readonly person: string;
    readonly to: string;
    readonly kind: string;
    readonly institution?: string;
    readonly approve?: true;
  };
type ChangeOptions = ServerOptions &
  Days & { readonly to?: string; readonly kind?: string; readonly institution?: string; readonly approve?: true };
type ReviewOptions = ServerOptions & { readonly reject?: true; readonly note?: string };
type ShowOptions = ServerOptions & { readonly institution?: string };

type Listed = { readonly filings: readonly FilingRow[]; readonly at?: At };
type At = {
  readonly fixmedins_code: string;
  readonly fixmedins_name: string;
  readonly place: string;
  readonly ok: boolean;
  readonly text: string;
};
type One = { readonly filing: FilingRow };

const PERSON = '人员编号或证件号码，或 kuasheng personas、kuasheng people 的编号';
const KINDS = ['resident', 'referral', 'emergency', 'other'];
const kindOption = () =>
  new Option('--kind <kind>', '种类：resident 长期居住，referral 转诊，emergency 急诊抢救，other 临时外出').choices(
    KINDS,
  );

/** `kuasheng filing …`: filings 异地就医备案 as the clerk of the insured place handles them. */
export const addFiling = (program: Command, { terminal, finish }: Cli): void => {
  const filing = program.command('filing').description('参保地经办：异地就医备案');
  const post = async (options: ServerOptions, path: string, body: object) =>
    show(terminal, options, await control<One>(options, { method: 'POST', path, body }), ({ filing: one }) =>
      filingInWords(one),
    );

  const list = async ({ person, pending, ...options }: ListOptions) => {
    const query = listQuery({ person, ...(pending && { pending: 'true' }) });
    return show(terminal, options, await ask<Listed>(options, `/filings${query}`), ({ filings }) =>
      listInWords(filings, terminal.columns),
    );
  };
  withWorkspace(filing.command('list').description('申请过的备案；--person 时也列种子数据的备案'))
    .option('--person <id>', PERSON)
    .option('--pending', '只列待审核的')
    .action((options: ListOptions) => finish(list(options)));

  const showOne = async (person: string, { institution, ...options }: ShowOptions) =>
    show(
      terminal,
      options,
      await ask<Listed>(options, `/filings${listQuery({ person, institution })}`),
      ({ filings, at }) => holdingInWords(filings, at),
    );
  withWorkspace(filing.command('show').argument('<person>', PERSON).description('一个人现在有效的备案'))
    .option('--institution <code>', '在这家机构就医是否有备案，没有则说明原因')
    .action((person: string, options: ShowOptions) => finish(showOne(person, options)));

  withWorkspace(filing.command('register').description('登记备案，待审核；--approve 时即时通过'))
    .requiredOption('--person <id>', PERSON)
    .requiredOption('--to <area>', '就医地：市 440300，或全省 440000')
    .addOption(kindOption().makeOptionMandatory())
    .option('--institution <code>', '只备案到这一家机构')
    .option('--begin <date>', '开始日期，缺省今天')
    .option('--end <date>', '结束日期，缺省：长期居住没有，其他六个月')
    .option('--note <text>', '备注')
    .option('--approve', '登记并审核通过')
    .action(({ person, ...options }: RegisterOptions) =>
      finish(post(options, '/filings', { person, ...formOf(options) })),
    );

  withWorkspace(filing.command('review').argument('<no>', '流水号').description('审核：通过，或 --reject 不通过'))
    .option('--reject', '不通过')
    .option('--note <text>', '意见')
    .action((no: string, { reject, note, ...options }: ReviewOptions) =>
      finish(post(options, pathOf(no, 'review'), { result: reject ? 'rejected' : 'approved', note })),
    );

  withWorkspace(filing.command('change').argument('<no>', '流水号').description('变更：新备案通过后代替原来的'))
    .option('--to <area>', '新就医地')
    .addOption(kindOption())
    .option('--institution <code>', '只备案到这一家机构，none 为不限')
    .option('--begin <date>', '新备案的开始日期，缺省今天')
    .option('--end <date>', '新备案的结束日期')
    .option('--note <text>', '备注')
    .option('--approve', '同时审核通过')
    .action((no: string, options: ChangeOptions) => finish(post(options, pathOf(no, 'change'), formOf(options))));

  withWorkspace(filing.command('cancel').argument('<no>', '流水号').description('撤销：从今天起无效'))
    .option('--note <text>', '原因')
    .action((no: string, { note, ...options }: ReviewOptions) => finish(post(options, pathOf(no, 'cancel'), { note })));
};

const pathOf = (no: string, act: string): string => `/filings/${encodeURIComponent(no)}/${act}`;

const formOf = ({ to, kind, institution, begin, end, note, approve }: ChangeOptions): object => ({
  mdtrtarea_admdvs: to,
  kind,
  fixmedins_code: institution === 'none' ? null : institution,
  begndate: begin,
  enddate: end,
  note,
  ...(approve && { approve }),
});

const areaInWords = ({ mdtrtarea_name, fixmedins_code }: FilingRow): string =>
  fixmedins_code === null ? mdtrtarea_name : `${mdtrtarea_name} ${fixmedins_code}`;

const filingInWords = (one: FilingRow): string =>
  `${headOf(one)}：${one.kind_name}，${one.insuplc_name} 到 ${areaInWords(one)}，${daysInWords(one)}，${stateInWords(one)}`;

const HEADS = [
  { title: '流水号' },
  { title: '姓名' },
  { title: '参保地', gives: true },
  { title: '种类' },
  { title: '就医地', gives: true },
  { title: '有效期', gives: true },
  { title: '状态', gives: true },
  { title: '代办机构' },
] as const;

const listInWords = (filings: readonly FilingRow[], columns: number): string => {
  if (filings.length === 0) return '没有备案';
  const rows = filings.map((one) => [
    one.trt_dcla_detl_sn,
    one.psn_name,
    one.insuplc_name,
    one.kind_name,
    areaInWords(one),
    daysInWords(one),
    stateInWords(one),
    one.sent_by ?? '',
  ]);
  return table(HEADS, rows, columns);
};

const holdingInWords = (filings: readonly FilingRow[], at: At | undefined): string => {
  const holding = filings.filter(({ holds }) => holds);
  return [
    holding.length === 0 ? '今天没有有效的备案' : holding.map(filingInWords).join('\n'),
    ...(at
      ? [`${at.fixmedins_name}（${at.fixmedins_code}，${at.place}）：${at.ok ? '可以' : '不可以'}，${at.text}`]
      : []),
  ].join('\n');
};
