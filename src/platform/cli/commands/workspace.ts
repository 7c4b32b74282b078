import type { Command } from 'commander';
import type { Cli } from '../cli.ts';
import { table } from '../layout/table.ts';
import { ask, control, type ControlRequest } from '../server/control.ts';
import { withServer, type ServerOptions } from '../server/options.ts';
import { show } from '../server/show.ts';

type WorkspaceRow = {
  readonly name: string;
  readonly path: string;
  readonly now: string;
  readonly institutions: number;
  readonly personas: number;
  readonly assigned: readonly string[];
};

/** `kuasheng workspace …`: worlds of their own for several teams on one server. */
export const addWorkspace = (program: Command, { terminal, finish }: Cli): void => {
  const workspace = program.command('workspace').description('工作区：列出、新建、重置、删除、指派机构');
  const send = async (options: ServerOptions, request: ControlRequest, done: string) =>
    show(terminal, options, await control<object>(options, request), () => done);

  const list = async (options: ServerOptions) =>
    show(
      terminal,
      options,
      await ask<{ readonly workspaces: readonly WorkspaceRow[] }>(options, '/workspaces'),
      (all) => listInWords(all.workspaces, terminal.columns),
    );
  withServer(workspace.command('list').description('全部工作区')).action((options: ServerOptions) =>
    finish(list(options)),
  );

  withServer(
    workspace.command('create').argument('<name>', '小写字母、数字和 -').description('新建，装入种子数据'),
  ).action((name: string, options: ServerOptions) =>
    finish(
      send(
        options,
        { method: 'POST', path: '/workspaces', body: { name } },
        `已新建工作区 ${name}：路径前加 /w/${name}`,
      ),
    ),
  );

  withServer(workspace.command('reset').argument('<name>').description('回到种子数据；设置和指派不变')).action(
    (name: string, options: ServerOptions) =>
      finish(send(options, { method: 'POST', path: `${pathOf(name)}/reset` }, `工作区 ${name} 已回到种子数据`)),
  );

  withServer(workspace.command('remove').argument('<name>').description('删除，连同数据')).action(
    (name: string, options: ServerOptions) =>
      finish(send(options, { method: 'DELETE', path: pathOf(name) }, `工作区 ${name} 已删除`)),
  );

  withServer(
    workspace
      .command('assign')
      .argument('<code>', '机构编号')
      .argument('<name>', '工作区')
      .description('机构的报文路径里没有 /w/名称 时，进入这个工作区'),
  ).action((fixmedins_code: string, name: string, options: ServerOptions) => {
    const request = { method: 'POST', path: '/assignments', body: { fixmedins_code, workspace: name } } as const;
    return finish(send(options, request, `${fixmedins_code} 的报文进入工作区 ${name}`));
  });
};

const pathOf = (name: string): string => `/workspaces/${encodeURIComponent(name)}`;

const HEADS = [
  { title: '名称' },
  { title: '路径前缀' },
  { title: '沙箱时间' },
  { title: '机构', align: 'right' },
  { title: '人员', align: 'right' },
  { title: '指派的机构', gives: true },
] as const;

const listInWords = (workspaces: readonly WorkspaceRow[], columns: number): string =>
  table(
    HEADS,
    workspaces.map(({ name, path, now, institutions, personas, assigned }) => [
      name,
      path,
      now,
      String(institutions),
      String(personas),
      assigned.join(' '),
    ]),
    columns,
  );
