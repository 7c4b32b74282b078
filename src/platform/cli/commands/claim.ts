import type { Command } from 'commander';
import { placeName } from '../../../kernel/admdvs.ts';
import { printScaled } from '../../../kernel/decimal.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { Cli } from '../cli.ts';
import { explanationInWords, type ExplanationRow } from '../explanation.ts';
import { control } from '../server/control.ts';
import { failed, type Failure } from '../server/failure.ts';
import { withWorkspace, type ServerOptions } from '../server/options.ts';
import { askPersona } from '../server/personas.ts';
import { show } from '../server/show.ts';

type ReimburseOptions = ServerOptions & {
  readonly person: string;
  readonly institution: string;
  readonly date: string;
  readonly receipt: string;
  readonly total: string;
  readonly disease?: string;
  readonly insutype?: string;
  readonly medType?: string;
  readonly fullSelf?: string;
  readonly overLimit?: string;
  readonly selfFirst?: string;
};

/** `kuasheng claim reimburse`: a bill that was paid in cash, brought to the insured place. */
export const addClaim = (program: Command, { terminal, finish }: Cli): void => {
  const claim = program.command('claim').description('参保地经办：手工报销');
  const reimburse = async (options: ReimburseOptions) => {
    const psn_no = await numberOf(options);
    if (!psn_no.ok) return failed(terminal, psn_no.error);
    const request = { method: 'POST', path: '/claims/reimburse', body: formOf(psn_no.value, options) } as const;
    const answer = await control<Reimbursed>(options, request);
    return show(terminal, options, answer, (paid) => reimbursedInWords(paid, terminal.columns));
  };
  withWorkspace(
    claim.command('reimburse').description('手工（零星）报销：已全额现金结算的费用，由参保地按本地政策计算'),
  )
    .requiredOption('--person <id>', '人员编号或证件号码，或 kuasheng personas、kuasheng people 的编号')
    .requiredOption('--institution <code>', '就诊机构编号 fixmedins_code')
    .requiredOption('--date <date>', '就诊日期，如 2026-08-20')
    .requiredOption('--receipt <no>', '收费票据号，一张票据只报销一次')
    .requiredOption('--total <yuan>', '医疗费总额，元')
    .option('--disease <code>', '门诊慢特病病种编码；不写为普通门诊')
    .option('--insutype <code>', '险种，缺省为本人第一个险种')
    .option('--med-type <code>', '医疗类别，缺省有病种为 14、无病种为 11')
    .option('--full-self <yuan>', '其中全自费，缺省 0')
    .option('--over-limit <yuan>', '其中超限价，缺省 0')
    .option('--self-first <yuan>', '其中先自付，缺省 0')
    .action((options: ReimburseOptions) => finish(reimburse(options)));
};

/** Digits are a number of the person itself. */
const numberOf = async (options: ReimburseOptions): Promise<Result<string, Failure>> => {
  if (/^\d{17,}[\dX]?$/i.test(options.person)) return ok(options.person);
  const found = await askPersona(options, options.person);
  return found.ok ? ok(found.value.psn_no) : found;
};

const formOf = (person: string, options: ReimburseOptions): object => ({
  person,
  fixmedins_code: options.institution,
  date: options.date,
  invono: options.receipt,
  medfee_sumamt: options.total,
  dise_codg: options.disease,
  insutype: options.insutype,
  med_type: options.medType,
  fulamt_ownpay_amt: options.fullSelf,
  overlmt_selfpay: options.overLimit,
  preselfpay_amt: options.selfFirst,
});

type Reimbursed = {
  readonly settlement: {
    readonly setl_id: string;
    readonly insuplc: string;
    readonly visitor: { readonly psn_name: string };
    readonly shares: {
      readonly medfee_sumamt: number;
      readonly fund_pay_sumamt: number;
      readonly psn_part_amt: number;
    };
  };
  readonly steps: readonly ExplanationRow[];
};

const reimbursedInWords = ({ settlement, steps }: Reimbursed, columns: number): string => {
  const { setl_id, insuplc, visitor, shares } = settlement;
  const [total, fund, own] = [shares.medfee_sumamt, shares.fund_pay_sumamt, shares.psn_part_amt].map((fen) =>
    printScaled(fen, 2),
  );
  return [
    `手工报销 ${setl_id}  ${visitor.psn_name}  参保地 ${placeName(insuplc)}`,
    `医疗费总额 ${total ?? ''}，报销 ${fund ?? ''}，个人负担 ${own ?? ''}`,
    '',
    explanationInWords(steps, columns),
  ].join('\n');
};
