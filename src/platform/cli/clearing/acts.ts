import { Option, type Command } from 'commander';
import { provinceName } from '../../../kernel/admdvs.ts';
import { yuan, type Fen } from '../../../kernel/money.ts';
import { present } from '../../../kernel/present.ts';
import type { MonthShown } from '../../sandbox.ts';
import type { Cli } from '../cli.ts';
import { control } from '../server/control.ts';
import { withWorkspace, type ServerOptions } from '../server/options.ts';
import { show } from '../server/show.ts';
import { billsInWords, dayInWords, type Bill, type Day } from './acted-in-words.ts';
import { monthInWords } from './in-words.ts';
import { yuanSaid } from './said.ts';

/** `kuasheng clearing act|deduct|recheck|quota`: what a province or the nation does by hand in clearing. */
export const addClearingActs = (clearing: Command, cli: Cli): void => {
  for (const add of [addAct, addDeduct, addRecheck, addQuota]) add(clearing, cli);
};

type ActOptions = ServerOptions & {
  readonly month: string;
  readonly kind: string;
  readonly payer: string;
  readonly payee?: string;
  readonly amount?: Fen;
  readonly reason?: string;
};

/** `note`: what there is to say of corrected bills. */
type Acted = { readonly month: MonthShown; readonly bills: readonly Bill[]; readonly note?: string };

const addAct = (clearing: Command, { terminal, finish }: Cli): void => {
  const act = async ({ month, kind, payer, payee, amount, reason, ...options }: ActOptions) =>
    show(
      terminal,
      options,
      await control<Acted>(options, {
        method: 'POST',
        path: `/clearing/months/${encodeURIComponent(month)}/events`,
        body: present({ kind, payer, payee, amount, reason }),
      }),
      ({ month: shown, bills, note }) =>
        [monthInWords(shown), billsInWords(bills, payer, terminal.columns), note ?? []].flat().join('\n'),
    );
  withWorkspace(clearing.command('act').description('一个省赶在到期之前自己办：确认、异议、更正、提交财政、划拨、到账'))
    .requiredOption('--month <yyyy-MM>', '清算年月，如 2026-03')
    .addOption(
      new Option('--kind <kind>', '确认、异议、更正后重发、提交财政、财政划拨、到账反馈')
        .choices(['confirm', 'reject', 'correct', 'submit', 'transfer', 'receive'])
        .makeOptionMandatory(),
    )
    .requiredOption('--payer <code>', '参保省（付款），如 610000')
    .option('--payee <code>', '就医省（收款）；transfer、receive 必填')
    .option('--amount <yuan>', '划拨金额，元；transfer 必填', yuanSaid)
    .option('--reason <text>', '异议的理由；reject 必填')
    .action((options: ActOptions) => finish(act(options)));
};

type DeductOptions = ServerOptions & { readonly setlId: string; readonly amount: Fen; readonly reason: string };
type Deduction = { readonly id: string; readonly setl_id: string; readonly amount: Fen; readonly period: string };

const addDeduct = (clearing: Command, { terminal, finish }: Cli): void => {
  const deduct = async ({ setlId, amount, reason, ...options }: DeductOptions) =>
    show(
      terminal,
      options,
      await control<{ readonly deduction: Deduction }>(options, {
        method: 'POST',
        path: '/clearing/deductions',
        body: { setl_id: setlId, amount, reason },
      }),
      ({ deduction: { id, setl_id, amount: off, period } }) =>
        `${id} 审核扣款 ${yuan(off)} 元，结算 ${setl_id}，列入 ${period} 清算`,
    );
  withWorkspace(clearing.command('deduct').description('审核扣款：从已确认的结算的基金支付中扣'))
    .requiredOption('--setl-id <id>', '跨省结算ID')
    .requiredOption('--amount <yuan>', '扣款金额，元', yuanSaid)
    .requiredOption('--reason <text>', '理由')
    .action((options: DeductOptions) => finish(deduct(options)));
};

const addRecheck = (clearing: Command, { terminal, finish }: Cli): void => {
  const recheck = async (date: string, options: ServerOptions) =>
    show(
      terminal,
      options,
      await control<{ readonly days: readonly Day[] }>(options, {
        method: 'POST',
        path: `/clearing/days/${encodeURIComponent(date)}/recheck`,
      }),
      ({ days }) => (days.length === 0 ? `${date} 没有跨省结算` : days.map(dayInWords).join('\n')),
    );
  withWorkspace(
    clearing
      .command('recheck')
      .description('重新对一天的账；这次对平的明细恢复清算')
      .argument('<date>', '如 2026-09-01'),
  ).action((date: string, options: ServerOptions) => finish(recheck(date, options)));
};

type QuotaOptions = ServerOptions & {
  readonly year: string;
  readonly payer: string;
  readonly payee: string;
  readonly amount: Fen;
};

const addQuota = (clearing: Command, { terminal, finish }: Cli): void => {
  const quota = async ({ year, payer, payee, amount, ...options }: QuotaOptions) =>
    show(
      terminal,
      options,
      await control<{ readonly quota: QuotaOptions }>(options, {
        method: 'PUT',
        path: '/clearing/prepayments',
        body: { year, payer, payee, amount },
      }),
      ({ quota: set }) =>
        `${set.year} 年预付金额度：${provinceName(set.payer)}预付${provinceName(set.payee)} ${yuan(set.amount)} 元`,
    );
  withWorkspace(clearing.command('quota').description('手工定一年的预付金额度；头一年没有上年第四季度可推算'))
    .requiredOption('--year <yyyy>', '年度')
    .requiredOption('--payer <code>', '参保省（付款），如 610000')
    .requiredOption('--payee <code>', '就医省（收款），如 440000')
    .requiredOption('--amount <yuan>', '额度，元', yuanSaid)
    .action((options: QuotaOptions) => finish(quota(options)));
};
