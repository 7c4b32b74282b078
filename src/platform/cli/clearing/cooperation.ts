import { Option, type Command } from 'commander';
import type { clearingStatus } from '../../sandbox.ts';
import type { Cli } from '../cli.ts';
import { control } from '../server/control.ts';
import { withWorkspace, type ServerOptions } from '../server/options.ts';
import { show } from '../server/show.ts';
import { fenMeant } from './fen-meant.ts';
import { requestInWords } from './in-words.ts';

type One = { readonly request: ReturnType<typeof clearingStatus>['requests'][number] };

type RaiseOptions = ServerOptions & {
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly setlId?: string;
  readonly amount?: number;
};
type AnswerOptions = ServerOptions & { readonly event: string; readonly text: string };

/** `kuasheng clearing raise|answer`: 业务协同 between provinces. */
export const addCooperation = (clearing: Command, { terminal, finish }: Cli): void => {
  const post = async (options: ServerOptions, path: string, body: object) =>
    show(terminal, options, await control<One>(options, { method: 'POST', path, body }), ({ request }) =>
      requestInWords(request),
    );
  withWorkspace(clearing.command('raise').description('发起业务协同：问题协同、费用协查、紧急调增'))
    .addOption(new Option('--kind <kind>', '类别').choices(['issue', 'inquiry', 'urgent']).default('issue'))
    .requiredOption('--from <code>', '发起省，如 440000')
    .requiredOption('--to <code>', '对方省')
    .requiredOption('--text <text>', '内容')
    .option('--setl-id <id>', '所涉结算；费用协查必填')
    .option('--amount <yuan>', '紧急调增的金额（元），必填', fenMeant)
    .action(({ kind, from, to, text, setlId, amount, ...options }: RaiseOptions) => {
      const more = { ...(setlId !== undefined && { setl_id: setlId }), ...(amount !== undefined && { amount }) };
      return finish(post(options, '/clearing/requests', { kind, from, to, text, ...more }));
    });
  withWorkspace(clearing.command('answer').description('答复业务协同').argument('<id>', '编号'))
    .addOption(
      new Option('--event <event>', '答复、不予办理、要求重新答复、办结')
        .choices(['answer', 'refuse', 'reopen', 'close'])
        .default('answer'),
    )
    .requiredOption('--text <text>', '内容')
    .action((id: string, { event, text, ...options }: AnswerOptions) =>
      finish(post(options, `/clearing/requests/${encodeURIComponent(id)}`, { event, text })),
    );
};
