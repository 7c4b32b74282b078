import { Option, type Command } from 'commander';
import type { Cli } from '../cli.ts';
import { EXIT } from '../exit-code.ts';
import { ask, control } from '../server/control.ts';
import { withWorkspace, type ServerOptions } from '../server/options.ts';
import { show } from '../server/show.ts';
import type { MakeOptions } from '../voucher/make.ts';
import {
  casesInWords,
  todoInWords,
  voucherInWords,
  vouchersInWords,
  type CaseRow,
  type TodoRow,
  type VoucherRow,
} from '../voucher/words.ts';
import { addVoucherOnboarding } from './voucher-onboarding.ts';

type OfInstitution = ServerOptions & { readonly institution?: string };
type Marking = ServerOptions & { readonly institution: string; readonly as: string };
type Verification = { readonly verdict: string; readonly text: string };
type One = { readonly voucher: VoucherRow };

const DEFAULT_INSTITUTION = 'H44030099001';
const INSTITUTION = ['--institution <code>', `机构编号，缺省 ${DEFAULT_INSTITUTION}`, DEFAULT_INSTITUTION] as const;
const NAME = ['<voucher>', '凭证：代码-号码；没有代码的只写号码'] as const;

const pathOf = (institution: string, name: string): string =>
  `/vouchers/${encodeURIComponent(institution)}/${encodeURIComponent(name)}`;

/** `kuasheng voucher …`: electronic settlement vouchers 电子结算凭证: specimens, what was uploaded, the other departments. */
export const addVoucher = (program: Command, cli: Cli): void => {
  const voucher = program.command('voucher').description('电子结算凭证：造样张、看收到的、登记报销与冲红、接入与文书');
  addMaking(voucher, cli);
  addReading(voucher, cli);
  addMarking(voucher, cli);
  addVoucherOnboarding(voucher, cli);
};

const addMaking = (voucher: Command, { terminal, finish }: Cli): void => {
  withWorkspace(
    voucher.command('make').description('按结算造一批可直接上传的样张：OFD、XML、压缩包、4901 入参、二维码'),
  )
    .requiredOption('--settlement <id...>', '结算ID，可写几个，同一家机构')
    .addOption(new Option('--kind <kind>', '实时或跨省、全自费、冲红票').choices(['settled', 'self-pay', 'red']))
    .addOption(new Option('--mode <mode>', '上传模式：1 XML 在版式文件内，2 在旁边').choices(['1', '2']))
    .option('--again', '造 4905 重传的入参')
    .option('--break <case>', '造一种错误，情形见 kuasheng voucher cases')
    .option('--out <dir>', '写到哪个文件夹，缺省 voucher-批次号')
    .action((options: MakeOptions) =>
      finish(import('../voucher/make.ts').then(({ makeVouchers }) => makeVouchers(terminal, options))),
    );

  const cases = async (options: ServerOptions) => {
    const found = await ask<{ readonly cases: readonly CaseRow[] }>(options, '/vouchers/cases');
    return show(terminal, options, found, (answer) => casesInWords(answer.cases, terminal.columns));
  };
  withWorkspace(voucher.command('cases').description('--break 的全部错误情形')).action((options: ServerOptions) =>
    finish(cases(options)),
  );
};

const addReading = (voucher: Command, { terminal, finish }: Cli): void => {
  const list = async ({ institution, ...options }: OfInstitution) => {
    const of = institution === undefined ? '' : `?institution=${encodeURIComponent(institution)}`;
    const found = await ask<{ readonly vouchers: readonly VoucherRow[] }>(options, `/vouchers${of}`);
    return show(terminal, options, found, ({ vouchers }) => vouchersInWords(vouchers, terminal.columns));
  };
  withWorkspace(voucher.command('list').description('收到的凭证与状态'))
    .option('--institution <code>', '只看一家机构')
    .action((options: OfInstitution) => finish(list(options)));

  const one = async (name: string, options: OfInstitution) => {
    const found = await ask<One>(options, pathOf(options.institution ?? DEFAULT_INSTITUTION, name));
    return show(terminal, options, found, (answer) => voucherInWords(answer.voucher));
  };
  withWorkspace(
    voucher
      .command('show')
      .argument(...NAME)
      .description('一张凭证的状态与历次上传'),
  )
    .option(...INSTITUTION)
    .action((name: string, options: OfInstitution) => finish(one(name, options)));

  const todo = async (options: ServerOptions) => {
    const found = await ask<{ readonly todo: readonly TodoRow[] }>(options, '/vouchers/todo');
    return show(terminal, options, found, (answer) => todoInWords(answer.todo));
  };
  withWorkspace(voucher.command('todo').description('待冲红：结算已退费或冲正，凭证还没有冲红')).action(
    (options: ServerOptions) => finish(todo(options)),
  );

  const verify = async (text: string, options: ServerOptions) => {
    const found = await ask<Verification>(options, `/vouchers/verify?text=${encodeURIComponent(text)}`);
    const shown = show(terminal, options, found, (answer) => answer.text);
    return found.ok && found.value.verdict !== 'right' ? EXIT.refused : shown;
  };
  withWorkspace(
    voucher.command('verify').argument('<text>', '样张二维码的内容').description('与上传的凭证核对二维码'),
  ).action((text: string, options: ServerOptions) => finish(verify(text, options)));
};

const addMarking = (voucher: Command, { terminal, finish }: Cli): void => {
  const mark = async (name: string, options: Marking) => {
    const request = {
      method: 'POST',
      path: `${pathOf(options.institution, name)}/mark`,
      body: { mark: options.as },
    } as const;
    return show(terminal, options, await control<One>(options, request), (answer) => voucherInWords(answer.voucher));
  };
  withWorkspace(
    voucher
      .command('mark')
      .argument(...NAME)
      .description('其他部门对凭证的登记，5501 可以查到'),
  )
    .option(...INSTITUTION)
    .addOption(
      new Option('--as <mark>', 'applying 申请报销，reimbursed 已报销，none 退回申请，reversed 已冲红')
        .choices(['applying', 'reimbursed', 'none', 'reversed'])
        .makeOptionMandatory(),
    )
    .action((name: string, options: Marking) => finish(mark(name, options)));
};
