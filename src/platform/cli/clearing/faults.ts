import { Argument, type Command } from 'commander';
import { present } from '../../../kernel/present.ts';
import type { Cli } from '../cli.ts';
import { ask, control } from '../server/control.ts';
import { withWorkspace, type ServerOptions } from '../server/options.ts';
import { show } from '../server/show.ts';
import { FAULTS, faultInWords, type Fault } from './fault-in-words.ts';
import { yuanSaid } from './said.ts';

type AddOptions = ServerOptions & {
  readonly province: string;
  readonly date?: string;
  readonly setlId?: string;
  readonly amount?: number;
  readonly month?: string;
  readonly reason?: string;
};

/** `kuasheng clearing fault add|list|drop`: lists that do not agree, provinces that do not do their part. */
export const addClearingFaults = (clearing: Command, cli: Cli): void => {
  const fault = clearing.command('fault').description('清算故障：就医省清单对不平，参保省有异议、部分付款、逾期');
  addAdd(fault, cli);
  addList(fault, cli);
  addDrop(fault, cli);
};

const addAdd = (fault: Command, { terminal, finish }: Cli): void => {
  const add = async (kind: string, options: AddOptions) =>
    show(
      terminal,
      options,
      await control<{ readonly fault: Fault }>(options, {
        method: 'POST',
        path: '/clearing/faults',
        body: faultSaid(kind, options),
      }),
      ({ fault: set }) => `已设 ${faultInWords(set)}`,
    );
  withWorkspace(fault.command('add').description('设一条清算故障'))
    .addArgument(new Argument('<kind>', kindsInWords()).choices(Object.keys(FAULTS)))
    .requiredOption('--province <code>', '哪个省，如 440000：清单故障为就医省，其余为不办事的省')
    .option('--date <date>', '清单故障：哪一天的清单，如 2026-09-01')
    .option('--setl-id <id>', '清单故障：哪一笔；不写为当天合适的第一笔')
    .option('--amount <yuan>', 'amount-differs 清单多列多少，extra 多出那一笔的金额，元', yuanSaid)
    .option('--month <yyyy-MM>', '办事故障：只在这个清算年月；不写为一直如此')
    .option('--reason <text>', 'rejects：有异议的理由')
    .action((kind: string, options: AddOptions) => finish(add(kind, options)));
};

const kindsInWords = (): string =>
  Object.entries(FAULTS)
    .map(([kind, text]) => `${kind} ${text}`)
    .join('、');

const faultSaid = (kind: string, { province, date, setlId, amount, month, reason }: AddOptions): object =>
  present({ kind, province, date, setl_id: setlId, amount, period: month, reason });

const addList = (fault: Command, { terminal, finish }: Cli): void => {
  const list = async (options: ServerOptions) =>
    show(terminal, options, await ask<{ readonly faults: readonly Fault[] }>(options, '/clearing/faults'), (told) =>
      told.faults.length === 0 ? '没有设清算故障' : told.faults.map(faultInWords).join('\n'),
    );
  withWorkspace(fault.command('list').description('已设的清算故障')).action((options: ServerOptions) =>
    finish(list(options)),
  );
};

/** A day that did not agree stays so until it is reconciled again; what provinces do is due again by itself. */
const afterwards = (dropped: Fault): string =>
  'date' in dropped ? `；这一天已经对账的，请再办 kuasheng clearing recheck ${dropped.date}` : '';

const addDrop = (fault: Command, { terminal, finish }: Cli): void => {
  const drop = async (id: string, options: ServerOptions) =>
    show(
      terminal,
      options,
      await control<{ readonly fault: Fault }>(options, {
        method: 'DELETE',
        path: `/clearing/faults/${encodeURIComponent(id)}`,
      }),
      ({ fault: dropped }) => `已去掉 ${faultInWords(dropped)}${afterwards(dropped)}`,
    );
  withWorkspace(fault.command('drop').description('去掉一条清算故障').argument('<id>', '编号，如 GZ0001')).action(
    (id: string, options: ServerOptions) => finish(drop(id, options)),
  );
};
