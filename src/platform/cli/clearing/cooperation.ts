import { Option, type Command } from 'commander';
import type { Fen } from '../../../kernel/money.ts';
import { present } from '../../../kernel/present.ts';
import type { Cli } from '../cli.ts';
import { control } from '../server/control.ts';
import { withWorkspace, type ServerOptions } from '../server/options.ts';
import { show } from '../server/show.ts';
import { FINDINGS, requestInWords, type Request } from './request-in-words.ts';
import { yuanSaid } from './said.ts';

/** `kuasheng clearing raise|answer`: 业务协同 between provinces. */
export const addCooperation = (clearing: Command, cli: Cli): void => {
  addRaise(clearing, cli);
  addAnswer(clearing, cli);
};

const post = async ({ terminal }: Cli, options: ServerOptions, path: string, body: object) =>
  show(
    terminal,
    options,
    await control<{ readonly request: Request }>(options, { method: 'POST', path, body }),
    ({ request }) => requestInWords(request),
  );

type RaiseOptions = ServerOptions & {
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly setlId?: string;
  readonly amount?: Fen;
  readonly hospital?: string;
  readonly billNo?: string;
  readonly medType?: string;
  readonly total?: Fen;
  readonly fromDate?: string;
  readonly toDate?: string;
};

const addRaise = (clearing: Command, cli: Cli): void => {
  withWorkspace(clearing.command('raise').description('发起业务协同：问题协同、费用协查、紧急调增'))
    .addOption(new Option('--kind <kind>', '类别').choices(['issue', 'inquiry', 'urgent']).default('issue'))
    .requiredOption('--from <code>', '发起省，如 440000；费用协查为参保省')
    .requiredOption('--to <code>', '对方省；费用协查为就医省')
    .requiredOption('--text <text>', '内容')
    .option('--setl-id <id>', '所涉结算；费用协查可代替票据，或写票据上的结算号')
    .option('--amount <yuan>', '紧急调增：金额，元', yuanSaid)
    .option('--hospital <code>', '费用协查：出票机构的编号或名称')
    .option('--bill-no <no>', '费用协查：票据号码')
    .option('--med-type <code>', '费用协查：医疗类别，缺省 21 住院')
    .option('--total <yuan>', '费用协查：票据总额，元，须超过 3 万元', yuanSaid)
    .option('--from-date <date>', '费用协查：入院日期，如 2026-08-01')
    .option('--to-date <date>', '费用协查：出院日期')
    .action((options: RaiseOptions) => cli.finish(post(cli, options, '/clearing/requests', requestSaid(options))));
};

const requestSaid = ({ kind, from, to, text, setlId, amount, ...more }: RaiseOptions): object =>
  present({ kind, from, to, text, setl_id: setlId, amount, bill: billSaid(more) });

type BillOptions = Pick<RaiseOptions, 'hospital' | 'billNo' | 'medType' | 'total' | 'fromDate' | 'toDate'>;

const billSaid = ({ hospital, billNo, medType, total, fromDate, toDate }: BillOptions): object | undefined => {
  const said = present({
    hospital, bill_no: billNo, med_type: medType, total, from_date: fromDate, to_date: toDate,
  }); // prettier-ignore
  return Object.keys(said).length === 0 ? undefined : { med_type: '21', ...said };
};

type AnswerOptions = ServerOptions & { readonly event: string; readonly text: string; readonly finding?: string };

const addAnswer = (clearing: Command, cli: Cli): void => {
  withWorkspace(clearing.command('answer').description('答复业务协同').argument('<id>', '编号'))
    .addOption(
      new Option('--event <event>', '答复、不予办理、要求重新答复、办结')
        .choices(['answer', 'refuse', 'reopen', 'close'])
        .default('answer'),
    )
    .addOption(
      new Option('--finding <finding>', '费用协查的结论：属实、不属实、金额不符；答复时必填').choices(
        Object.keys(FINDINGS),
      ),
    )
    .requiredOption('--text <text>', '内容')
    .action((id: string, { event, text, finding, ...options }: AnswerOptions) =>
      cli.finish(post(cli, options, `/clearing/requests/${encodeURIComponent(id)}`, present({ event, text, finding }))),
    );
};
