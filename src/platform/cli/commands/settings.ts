import { InvalidArgumentError, type Command } from 'commander';
import type { Cli } from '../cli.ts';
import { facts } from '../layout/facts.ts';
import { ask, control } from '../server/control.ts';
import { withWorkspace, type ServerOptions } from '../server/options.ts';
import { show } from '../server/show.ts';

type Settings = { readonly settings: Readonly<Record<string, unknown>> };

const MEANINGS: readonly (readonly [string, string])[] = [
  ['strict', '报文不符合接口表：false 只在应答头列出，true 拒绝'],
  ['signIn', '签到流水号 sign_no：ignored 不检查，required 必须有效'],
  ['credentials', '异地人员的就诊凭证：all，card-first 提示优先用卡，card-only 只能用卡'],
  ['tokens', '电子凭证令牌：checked 结算前须先用 1101 验证，issued 且只认扫码、刷脸取得的，any 不要求先用 1101'],
  ['ecTokenMinutes', '扫码、刷脸取得的令牌有效几分钟（虚拟时间）'],
  ['ecData', '电子凭证接口应答的 data：object 为对象，text 为 JSON 字符串'],
  ['reversedAgain', '重复冲正已冲正的交易：refuse 拒绝，ok 成功'],
  ['reusedMsgid', '同一报文号、不同内容：refuse 拒绝，new 当作新报文'],
  ['jointTest', '联调：true 时全国病种表中尚未开通的病种也可办理，其余检查不变'],
  ['signature', '网关签名：off、x-tif、csb、x-ca'],
  ['applications', '医院代办的转院备案、慢特病备案：approved 即时通过，reviewed 待参保地经办审核'],
  ['filingLockMonths', '长期居住备案生效后几个月内不能变更、撤销：0 到 6，0 不限制'],
  ['clearingDeadline', '医院确认上月清分明细（3261、3262）的截止日：每月 5 至 8 日'],
  ['provinceKeys', '各省登录国家平台的密钥，JSON：{"440000":"secret"}；未列出的为 kuasheng-省级区划'],
  ['gatewayKeys', '网关签名的密钥，JSON：{"access key":"secret"}'],
  ['magicFaults', '魔法值：true 时特定的金额末位和姓名触发故障（kuasheng fault magic）'],
  ['autoReverse', '参保地外部系统超时未答的结算、退费：false 等医院冲正，true 国家平台自动冲正'],
  ['nationalKey', '作为参保省接收国家平台报文时的签名密钥；空为不验签'],
  ['journalRows', '日志最多保留的条数，超出的从最早删起'],
  ['journalDays', '日志保留的天数（虚拟时间），0 为不按天数删'],
  ['bodiesMegabytes', '原始报文最多占用的空间（MiB），超出的从最早删起'],
];

/** `strict=true` as a pair; true, false, whole numbers and JSON objects are read, anything else is text. */
const change = (text: string, before: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => {
  const [, name, value] = /^(\w+)=(.*)$/s.exec(text) ?? [];
  if (name === undefined || value === undefined) throw new InvalidArgumentError('应为 名称=值');
  return { ...before, [name]: valueOf(value) };
};

const valueOf = (text: string): unknown => {
  if (!/^(true|false|\d+|\{[^]*)$/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidArgumentError('不是合法的 JSON');
  }
};

/** `kuasheng settings show|set`: how the workspace behaves where real places differ. */
export const addSettings = (program: Command, { terminal, finish }: Cli): void => {
  const settings = program.command('settings').description('工作区设置：各地做法不同的地方');

  const all = async (options: ServerOptions) =>
    show(terminal, options, await ask<Settings>(options, '/settings'), settingsInWords);
  withWorkspace(settings.command('show').description('全部设置')).action((options: ServerOptions) =>
    finish(all(options)),
  );

  const set = async (changes: object, options: ServerOptions) =>
    show(
      terminal,
      options,
      await control<Settings>(options, { method: 'PATCH', path: '/settings', body: changes }),
      settingsInWords,
    );
  withWorkspace(
    settings.command('set').argument('<name=value...>', '如 strict=true signIn=required', change).description('改设置'),
  )
    .addHelpText('after', `\n设置：\n${facts(MEANINGS)}`)
    .action((changes: object, options: ServerOptions) => finish(set(changes, options)));
};

const settingsInWords = ({ settings }: Settings): string =>
  facts(
    Object.entries(settings).map(([name, value]) => [
      `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
      MEANINGS.find(([known]) => known === name)?.[1] ?? '',
    ]),
    '',
  );
