import { InvalidArgumentError, Option, type Command } from 'commander';

/** How a command finds the running sandbox, and how it prints. */
export type ServerOptions = {
  readonly base: string;
  /** Absent: the workspace `default`. */
  readonly workspace?: string;
  readonly token?: string;
  readonly json?: true;
};

export const DEFAULT_BASE = 'http://127.0.0.1:8686';

const address = (text: string): string => {
  if (!/^https?:\/\/\S+$/.test(text) || !URL.canParse(text))
    throw new InvalidArgumentError(`应为 ${DEFAULT_BASE} 这样的地址`);
  return text.replace(/\/+$/, '');
};

/** Adds `--json`. */
export const withJson = (command: Command): Command => command.option('--json', '标准输出只打印 JSON');

export const baseOption = (text: string, flags = '--base <url>'): Option => new Option(flags, text).argParser(address);
export const workspaceOption = (): Option => new Option('--workspace <name>', '工作区，缺省为 default');
export const tokenOption = (): Option => new Option('--token <text>', '控制接口的口令');
export const policiesOption = (): Option =>
  new Option('--policies <dir>', '自己的政策文件夹，其中的地方优先于随附的；写法见 docs/adding-a-place.md');

const withBase = (command: Command): Command =>
  command
    .addOption(baseOption('沙箱地址').default(DEFAULT_BASE).env('KUASHENG_BASE'))
    .addOption(tokenOption().env('KUASHENG_TOKEN'));

const inWorkspace = (command: Command): Command => command.addOption(workspaceOption().env('KUASHENG_WORKSPACE'));

/** Adds the options of a command that talks to a running server; the environment may hold their values. */
export const withServer = (command: Command): Command => withJson(withBase(command));

/** The same for a command that talks to one workspace of it. */
export const withWorkspace = (command: Command): Command => inWorkspace(withServer(command));

/** The same for a command that writes files; its `--json` names one. */
export const withWorkspaceFiles = (command: Command): Command => inWorkspace(withBase(command));

/** Address of the server with the workspace in its path, without a slash at the end. */
export const workspaceUrl = ({ base, workspace }: Pick<ServerOptions, 'base' | 'workspace'>): string =>
  workspace === undefined ? base : `${base}/w/${workspace}`;
