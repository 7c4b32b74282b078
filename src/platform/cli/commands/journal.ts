import { InvalidArgumentError, type Command } from 'commander';
import type { Cli } from '../cli.ts';
import type { ExportOptions } from '../journal/export.ts';
import { withFilter } from '../journal/filter.ts';
import type { ReplayOptions } from '../journal/replay/replay.ts';
import type { SearchOptions } from '../journal/search.ts';
import type { TailOptions } from '../journal/tail.ts';
import { withServer, withWorkspace, type ServerOptions } from '../server/options.ts';

const count = (text: string): number => {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new InvalidArgumentError('应为从 1 起的整数');
  return Number(text);
};

/** `kuasheng journal …`: what came, what was answered, and why. */
export const addJournal = (program: Command, { terminal, finish }: Cli): void => {
  const journal = program.command('journal').description('报文日志：检索、跟踪、导出、重放');
  const paged = (command: Command): Command =>
    withFilter(withWorkspace(command))
      .option('--limit <n>', '最多几条', count, 20)
      .option('--before <seq>', '只看此序号之前的', count);

  paged(journal.command('list').description('报文，最新的在前')).action((options: SearchOptions) =>
    finish(import('../journal/search.ts').then(({ searchRows }) => searchRows(terminal, undefined, options))),
  );

  paged(journal.command('search').argument('<text>', '入参或应答说明里的字').description('含某段文字的报文'))
    .option('--bodies', '改为查原始报文（UTF-8、GBK 和 \\u 写法），边查边打印')
    .action((text: string, options: SearchOptions & { readonly bodies?: true }) =>
      finish(
        import('../journal/search.ts').then(({ searchRows, searchBodies }) =>
          options.bodies ? searchBodies(terminal, text, options) : searchRows(terminal, text, options),
        ),
      ),
    );

  withWorkspace(
    journal
      .command('show')
      .argument('<trace>', '追踪号，见应答头 x-kuasheng-trace')
      .description('一笔报文；被拒的，差在哪里'),
  ).action((trace: string, options: ServerOptions) =>
    finish(import('../journal/show.ts').then(({ showTrace }) => showTrace(terminal, trace, options))),
  );

  withFilter(withWorkspace(journal.command('tail').description('跟踪新报文，Ctrl+C 结束')))
    .option('--count <n>', '看到几条就结束', count)
    .action((options: TailOptions) =>
      finish(import('../journal/tail.ts').then(({ tailJournal }) => tailJournal(terminal, options))),
    );

  addRecords(journal, { terminal, finish });
};

/** What is done with a journal as a whole. */
const addRecords = (journal: Command, { terminal, finish }: Cli): void => {
  withFilter(
    withWorkspace(journal.command('export').argument('<file>', '- 为标准输出').description('导出为每行一条的 JSON')),
  )
    .option('--no-bodies', '不要原始报文；这样的导出不能重放')
    .action((file: string, options: ExportOptions) =>
      finish(import('../journal/export.ts').then(({ exportJournal }) => exportJournal(terminal, file, options))),
    );

  withServer(
    journal.command('replay').argument('<file>', '导出的文件').description('在同样起点的新工作区重放，逐字段比较应答'),
  )
    .option('--into <name>', '新工作区的名字')
    .option('--keep', '留下新工作区')
    .action((file: string, options: ReplayOptions) =>
      finish(import('../journal/replay/replay.ts').then(({ replayJournal }) => replayJournal(terminal, file, options))),
    );

  withWorkspace(journal.command('hash').description('整个日志的散列：同样的会话得同样的值')).action(
    (options: ServerOptions) =>
      finish(import('../journal/search.ts').then(({ journalHash }) => journalHash(terminal, options))),
  );

  withWorkspace(journal.command('state').description('有多少条，按保留设置删了多少')).action((options: ServerOptions) =>
    finish(import('../journal/search.ts').then(({ journalState }) => journalState(terminal, options))),
  );
};
