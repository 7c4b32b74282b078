import type { Command } from 'commander';
import type { Cli } from '../cli.ts';
import { table } from '../layout/table.ts';
import { daysInWords, headOf, listQuery, stateInWords, type QualificationRow } from '../server/applications.ts';
import { ask, control } from '../server/control.ts';
import { withWorkspace, type ServerOptions } from '../server/options.ts';
import { show } from '../server/show.ts';

type Remark = ServerOptions & { readonly note?: string };
type ListOptions = ServerOptions & { readonly person?: string; readonly pending?: true };
type ApplyOptions = Remark & {
  readonly person: string;
  readonly disease?: string;
  readonly localDisease?: string;
  readonly name?: string;
  readonly insutype?: string;
  readonly begin?: string;
  readonly end?: string;
};
type ResultOptions = Remark & { readonly reject?: true; readonly begin?: string; readonly end?: string };
type TerminateOptions = ServerOptions & { readonly reason: string };

type Listed = { readonly qualifications: readonly QualificationRow[] };
type One = { readonly qualification: QualificationRow };

const PERSON = '人员编号或证件号码，或 kuasheng personas、kuasheng people 的编号';

/** `kuasheng qualification …`: qualifications 门诊慢特病认定 as the clerk of the insured place handles them. */
export const addQualification = (program: Command, { terminal, finish }: Cli): void => {
  const qualification = program.command('qualification').description('参保地经办：门诊慢特病认定');
  const post = async (options: ServerOptions, path: string, body: object) =>
    show(terminal, options, await control<One>(options, { method: 'POST', path, body }), (answer) =>
      qualificationInWords(answer.qualification),
    );

  const list = async ({ person, pending, ...options }: ListOptions) => {
    const query = listQuery({ person, ...(pending && { pending: 'true' }) });
    return show(terminal, options, await ask<Listed>(options, `/qualifications${query}`), ({ qualifications }) =>
      listInWords(qualifications, terminal.columns),
    );
  };
  withWorkspace(qualification.command('list').description('申请过的认定；--person 时也列种子数据的认定'))
    .option('--person <id>', PERSON)
    .option('--pending', '只列待受理、待认定的')
    .action((options: ListOptions) => finish(list(options)));

  withWorkspace(qualification.command('apply').description('申请认定；之后 accept 受理，result 认定'))
    .requiredOption('--person <id>', PERSON)
    .option('--disease <code>', '病种代码，如 M03900')
    .option('--local-disease <code>', '参保地自己的病种代码，缺省同病种代码')
    .option('--name <text>', '病种名称，缺省取自病种目录')
    .option('--insutype <code>', '险种，缺省为本人第一个正常险种')
    .option('--begin <date>', '开始日期，缺省今天')
    .option('--end <date>', '结束日期，缺省没有')
    .option('--note <text>', '备注')
    .action((options: ApplyOptions) => finish(post(options, '/qualifications', formOf(options))));

  withWorkspace(qualification.command('accept').argument('<no>', '流水号').description('受理'))
    .option('--note <text>', '备注')
    .action((no: string, { note, ...options }: Remark) => finish(post(options, pathOf(no, 'accept'), { note })));

  withWorkspace(
    qualification.command('result').argument('<no>', '流水号').description('认定结果：通过，或 --reject 不通过'),
  )
    .option('--reject', '不通过')
    .option('--begin <date>', '认定的开始日期，缺省为申请的')
    .option('--end <date>', '认定的结束日期')
    .option('--note <text>', '意见')
    .action((no: string, { reject, begin, end, note, ...options }: ResultOptions) =>
      finish(
        post(options, pathOf(no, 'result'), {
          result: reject ? 'rejected' : 'approved',
          begndate: begin,
          enddate: end,
          note,
        }),
      ),
    );

  withWorkspace(
    qualification.command('terminate').argument('<no>', '流水号').description('终止待遇（骗取认定）：从今天起无效'),
  )
    .requiredOption('--reason <text>', '原因')
    .action((no: string, { reason, ...options }: TerminateOptions) =>
      finish(post(options, pathOf(no, 'terminate'), { reason })),
    );
};

const pathOf = (no: string, act: string): string => `/qualifications/${encodeURIComponent(no)}/${act}`;

const formOf = ({ person, disease, localDisease, name, insutype, begin, end, note }: ApplyOptions): object => ({
  person,
  dise_codg: disease,
  local_dise_code: localDisease,
  dise_name: name,
  insutype,
  begndate: begin,
  enddate: end,
  note,
});

const diseaseInWords = ({ opsp_dise_code, local_dise_code, opsp_dise_name }: QualificationRow): string =>
  `${opsp_dise_code ?? local_dise_code} ${opsp_dise_name}`;

const qualificationInWords = (one: QualificationRow): string =>
  `${headOf(one)}：${one.insuplc_name} ${one.insutype}，${diseaseInWords(one)}，${daysInWords(one)}，${stateInWords(one)}`;

const HEADS = [
  { title: '流水号' },
  { title: '姓名' },
  { title: '参保地', gives: true },
  { title: '险种' },
  { title: '病种', gives: true },
  { title: '有效期', gives: true },
  { title: '状态', gives: true },
  { title: '代办机构' },
] as const;

const listInWords = (rows: readonly QualificationRow[], columns: number): string => {
  if (rows.length === 0) return '没有认定';
  const cells = rows.map((one) => [
    one.trt_dcla_detl_sn,
    one.psn_name,
    one.insuplc_name,
    one.insutype,
    diseaseInWords(one),
    daysInWords(one),
    stateInWords(one),
    one.sent_by ?? '',
  ]);
  return table(HEADS, cells, columns);
};
