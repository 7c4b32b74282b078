import type { Command } from 'commander';
import type { Cli } from '../cli.ts';
import { table } from '../layout/table.ts';
import { ask, control, type ControlRequest } from '../server/control.ts';
import { withWorkspace, type ServerOptions } from '../server/options.ts';
import { show } from '../server/show.ts';

type SnapshotRow = {
  readonly name: string;
  readonly savedAt: string;
  readonly note?: string;
  readonly bytes: number;
};

type TableRow = {
  readonly table: string;
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly rows: readonly { readonly key: string; readonly before?: unknown; readonly after?: unknown }[];
};

const NAME = '小写字母、数字和 -';

/** `kuasheng snapshot …`: the state of a workspace, to go back to or to go on from elsewhere. */
export const addSnapshot = (program: Command, { terminal, finish }: Cli): void => {
  const snapshot = program.command('snapshot').description('快照：保存、恢复、比较工作区的状态，另开工作区');
  const send = async (options: ServerOptions, request: ControlRequest, done: string) =>
    show(terminal, options, await control<object>(options, request), () => done);
  const path = (name: string) => `/snapshots/${encodeURIComponent(name)}`;

  withWorkspace(snapshot.command('list').description('全部快照')).action((options: ServerOptions) =>
    finish(
      ask<{ readonly snapshots: readonly SnapshotRow[] }>(options, '/snapshots').then((answer) =>
        show(terminal, options, answer, ({ snapshots }) => listInWords(snapshots, terminal.columns)),
      ),
    ),
  );
  withWorkspace(
    snapshot.command('save').argument('<name>', NAME).argument('[note]', '说明').description('保存'),
  ).action((name: string, note: string | undefined, options: ServerOptions) => {
    const body = { name, ...(note !== undefined && { note }) };
    return finish(send(options, { method: 'POST', path: '/snapshots', body }, `已保存快照 ${name}`));
  });
  withWorkspace(snapshot.command('restore').argument('<name>').description('恢复，时间和设置也回到当时')).action(
    (name: string, options: ServerOptions) =>
      finish(send(options, { method: 'POST', path: `${path(name)}/restore` }, `已恢复到快照 ${name}`)),
  );
  withWorkspace(snapshot.command('remove').argument('<name>').description('删除')).action(
    (name: string, options: ServerOptions) =>
      finish(send(options, { method: 'DELETE', path: path(name) }, `已删除快照 ${name}`)),
  );
  withWorkspace(
    snapshot.command('fork').argument('<workspace>', `新工作区，${NAME}`).argument('[snapshot]', '快照，缺省为现在'),
  )
    .description('以快照或现状另开一个工作区')
    .action((name: string, from: string | undefined, options: ServerOptions) => {
      const body = { name, ...(from !== undefined && { snapshot: from }) };
      return finish(
        send(options, { method: 'POST', path: '/fork', body }, `已新建工作区 ${name}：路径前加 /w/${name}`),
      );
    });
  withWorkspace(
    snapshot.command('diff').argument('<from>').argument('[to]', '缺省为现在').description('逐表比较'),
  ).action((from: string, to: string | undefined, options: ServerOptions) => {
    const query = to === undefined ? '' : `?to=${encodeURIComponent(to)}`;
    const answer = ask<{ readonly tables: readonly TableRow[] }>(options, `${path(from)}/diff${query}`);
    return finish(
      answer.then((told) => show(terminal, options, told, ({ tables }) => diffInWords(tables, terminal.columns))),
    );
  });
};

const HEADS = [
  { title: '名称' },
  { title: '沙箱时间' },
  { title: '大小', align: 'right' },
  { title: '说明', gives: true },
] as const;

const listInWords = (snapshots: readonly SnapshotRow[], columns: number): string =>
  snapshots.length === 0
    ? '还没有快照：kuasheng snapshot save NAME'
    : table(
        HEADS,
        snapshots.map(({ name, savedAt, bytes, note = '' }) => [name, savedAt, `${Math.ceil(bytes / 1024)} KB`, note]),
        columns,
      );

const DIFF_HEADS = [
  { title: '表' },
  { title: '新增', align: 'right' },
  { title: '删除', align: 'right' },
  { title: '变更', align: 'right' },
  { title: '如', gives: true },
] as const;

const diffInWords = (tables: readonly TableRow[], columns: number): string =>
  tables.length === 0
    ? '没有差别'
    : table(
        DIFF_HEADS,
        tables.map((row) => [
          row.table,
          String(row.added),
          String(row.removed),
          String(row.changed),
          row.rows
            .slice(0, 3)
            .map(({ key }) => key)
            .join('；'),
        ]),
        columns,
      );
