import { Option, type Command } from 'commander';
import type { Cli } from '../cli.ts';
import type { FilingRow } from '../server/applications.ts';
import { control } from '../server/control.ts';
import { withWorkspace, type ServerOptions } from '../server/options.ts';
import { show } from '../server/show.ts';
import { filingInWords } from './words.ts';

type Days = { readonly begin?: string; readonly end?: string; readonly note?: string };
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
type One = { readonly filing: FilingRow };

/** How a person is named. */
export const PERSON = '人员编号或证件号码，或 kuasheng personas、kuasheng people 的编号';
const KINDS = ['resident', 'referral', 'emergency', 'other'];
const kindOption = () =>
  new Option('--kind <kind>', '种类：resident 长期居住，referral 转诊，emergency 急诊抢救，other 临时外出').choices(
    KINDS,
  );

/** register, review, change and cancel. */
export const addFilingActs = (filing: Command, { terminal, finish }: Cli): void => {
  const post = async (options: ServerOptions, path: string, body: object) =>
    show(terminal, options, await control<One>(options, { method: 'POST', path, body }), ({ filing: one }) =>
      filingInWords(one),
    );

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
