import { Option, type Command } from 'commander';
import type { Cli } from '../cli.ts';
import { ask, control } from '../server/control.ts';
import { withWorkspace, withWorkspaceFiles, type ServerOptions } from '../server/options.ts';
import { show } from '../server/show.ts';
import { cellsInWords, standingInWords, standingsInWords, type Standing } from '../voucher/onboarding-words.ts';
import type { PaperOptions } from '../voucher/papers.ts';
import { stepBody, type StepOptions } from '../voucher/step.ts';

type Setting = ServerOptions & { readonly state: string };
type Several = { readonly institutions: readonly Standing[] };

const pathOf = (institution: string): string => `/vouchers/onboarding/${encodeURIComponent(institution)}`;
const INSTITUTION = ['<institution>', '机构编号'] as const;

/** `kuasheng voucher onboarding …` and `report`: how an institution comes to the centre 接入, and the papers of it. */
export const addVoucherOnboarding = (voucher: Command, cli: Cli): void => {
  const onboarding = voucher.command('onboarding').description('接入：未接入 → 测试 → 正式');
  addStanding(onboarding, cli);
  addStep(onboarding, cli);
  addReport(voucher, cli);
};

const addStanding = (onboarding: Command, { terminal, finish }: Cli): void => {
  const list = async (options: ServerOptions) => {
    const found = await ask<Several>(options, '/vouchers/onboarding');
    return show(terminal, options, found, ({ institutions }) => standingsInWords(institutions, terminal.columns));
  };
  withWorkspace(onboarding.command('list').description('各机构的接入状态与下一步')).action((options: ServerOptions) =>
    finish(list(options)),
  );

  const one = async (institution: string, options: ServerOptions) => {
    const found = await ask<Standing & Parameters<typeof cellsInWords>[0]>(options, pathOf(institution));
    const words = (standing: Standing & Parameters<typeof cellsInWords>[0]) =>
      `${standingInWords(standing)}\n\n${cellsInWords(standing, terminal.columns)}`;
    return show(terminal, options, found, words);
  };
  withWorkspace(
    onboarding
      .command('show')
      .argument(...INSTITUTION)
      .description('一家机构：工单、经过、12 项测试'),
  ).action((institution: string, options: ServerOptions) => finish(one(institution, options)));

  const set = async (institution: string, options: Setting) => {
    const request = { method: 'PUT', path: pathOf(institution), body: { state: options.state } } as const;
    return show(terminal, options, await control<Standing>(options, request), standingInWords);
  };
  withWorkspace(
    onboarding
      .command('set')
      .argument(...INSTITUTION)
      .description('不走流程，直接改状态（沙箱）'),
  )
    .addOption(
      new Option('--state <state>', 'none 未接入，test 测试，live 正式')
        .choices(['none', 'test', 'live'])
        .makeOptionMandatory(),
    )
    .action((institution: string, options: Setting) => finish(set(institution, options)));
};

const STEPS =
  '机构 apply 接入清单、report 测试报告；地市 forward 接入申请工单、review 审核、order-launch 上线工单、verify 功能验证、return 退回；' +
  '省项目组 admit 开通测试、confirm 确认、launch 上线、reject 退回';

const addStep = (onboarding: Command, { terminal, finish }: Cli): void => {
  const step = async (name: string, options: StepOptions) => {
    const request = { method: 'POST', path: '/vouchers/onboarding/steps', body: stepBody(name, options) } as const;
    const taken = await control<Several>(options, request);
    return show(terminal, options, taken, ({ institutions }) => institutions.map(standingInWords).join('\n\n'));
  };
  withWorkspace(onboarding.command('step').argument('<step>', STEPS).description('办理接入的一步；几家机构时一张工单'))
    .requiredOption('--institution <code...>', '机构编号，可写几个，同一统筹区')
    .option('--department <text>', 'apply：联系部门')
    .option('--phone <text>', 'apply：联系电话')
    .option('--vendor <text>', 'apply：信息系统厂商')
    .option('--type <type...>', 'apply：凭证类型，1 财政电子票据，2 税务电子发票，3 税务数电票')
    .option('--planned <date>', 'apply：计划上线日期')
    .option('--compiled-by <text>', 'report：编制人')
    .option('--problems <text>', 'report：测试问题及解决方案')
    .option('--summary <text>', 'verify：用户测试综述')
    .option('--note <text>', '说明')
    .action((name: string, options: StepOptions) => finish(step(name, options)));
};

const addReport = (voucher: Command, { terminal, finish }: Cli): void => {
  withWorkspaceFiles(
    voucher
      .command('report')
      .argument('<paper>', 'checklist 接入清单，test 测试报告，launch 上线确认报告')
      .description('接入的文书，可打印；还不完整的标“草稿”，退出码为 1'),
  )
    .option('--institution <code>', 'test：机构编号')
    .option('--city <code>', 'checklist、launch：统筹区，如 440300')
    .option('--html <file>', '写成可打印的网页（A4）')
    .option('--json <file>', '写成 JSON')
    .action((paper: string, options: PaperOptions) =>
      finish(import('../voucher/papers.ts').then(({ writePapers }) => writePapers(terminal, paper, options))),
    );
};
