import { Help, type Command } from 'commander';
import type { Terminal } from './terminal.ts';
import { width } from './layout/width.ts';
import { wrap } from './layout/wrap.ts';

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

const ERRORS: readonly (readonly [RegExp, string])[] = [
  [/^error: unknown option '(.+?)'/, '没有选项 $1'],
  [/^error: unknown command '(.+?)'/, '没有命令 $1'],
  [/^error: missing required argument '(.+?)'/, '缺少参数 $1'],
  [/^error: required option '(.+?)' not specified/, '缺少选项 $1'],
  [/^error: option '(.+?)' argument missing/, '选项 $1 没有写值'],
  [/^error: option '(.+?)' cannot be used with option '(.+?)'/, '选项 $1 和 $2 不能同时用'],
  [/^error: option '(.+?)' argument '(.*?)' is invalid\. /, '选项 $1 的值 $2 不对：'],
  [/^error: option '(.+?)' value '(.*?)' from env '(.+?)' is invalid\. /, '环境变量 $3 的值 $2 不对：'],
  [/^error: command-argument value '(.*?)' is invalid for argument '(.+?)'\. /, '参数 $2 的值 $1 不对：'],
  [/^error: too many arguments.*/, '参数多了'],
  [/\(Did you mean (?:one of )?(.+?)\?\)/, '是不是 $1？'],
];

/** A complaint of commander in Chinese; what is not in the list stays English. */
export const chineseError = (text: string): string =>
  ERRORS.reduce((said, [pattern, chinese]) => said.replace(pattern, chinese), text);

const plain = new Help();

const EXTRAS: readonly (readonly [RegExp, string])[] = [
  [/ \(((?:choices|default|env): .*)\)$/, '（$1）'],
  [/(（|, )choices: /, '$1可选 '],
  [/(（|, )default: /, '$1默认 '],
  [/(（|, )env: /, '$1环境变量 '],
];

/** `沙箱地址 (default: "…", env: …)`: the remarks of commander behind the text of an option. */
const chineseExtras = (text: string): string =>
  EXTRAS.reduce((said, [pattern, chinese]) => said.replace(pattern, chinese), text);

/**
 * Makes a command speak Chinese, to this terminal, and throw where it would end the process. Subcommands inherit it.
 */
export const speakChinese = (command: Command, terminal: Terminal): Command =>
  command
    .exitOverride()
    .helpOption('-h, --help', '显示帮助')
    .helpCommand(false)
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.err(text.trimEnd()),
      outputError: (text, write) => write(chineseError(text)),
      getOutHelpWidth: () => terminal.columns,
      getErrHelpWidth: () => terminal.columns,
    })
    .configureHelp({
      displayWidth: width,
      boxWrap: (text, columns) => wrap(text, columns).join('\n'),
      styleTitle: (title) => TITLES[title] ?? title,
      optionDescription: (option) => chineseExtras(plain.optionDescription(option)),
    });
