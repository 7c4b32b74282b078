import type { Command } from 'commander';
import type { ExitCode } from '../exit-code.ts';
import type { Cli } from '../cli.ts';
import { control } from '../server/control.ts';
import { failed, misuse } from '../server/failure.ts';
import { withWorkspace, type ServerOptions } from '../server/options.ts';
import { show } from '../server/show.ts';
import { deviceInLine, type DeviceRow } from './rows.ts';

type Given = ServerOptions & {
  readonly card?: string;
  readonly condition?: string;
  readonly idCard?: string;
  readonly qr?: string;
  readonly variant?: string;
  readonly by?: string;
  readonly face?: string;
  readonly healthCode?: string;
  readonly electronicCard?: string;
  readonly cancel?: true;
};

/** Each option that names a person, with the field of the control API and the options that go with it. */
const MEDIA: readonly (readonly [option: keyof Given, field: string, more: readonly (keyof Given)[]])[] = [
  ['card', 'card', ['condition']],
  ['idCard', 'id-card', []],
  ['qr', 'qr', ['variant', 'by']],
  ['face', 'face', []],
  ['healthCode', 'health-code', []],
  ['electronicCard', 'electronic-card', []],
];

const bodyOf = (options: Given): object | undefined => {
  const named = MEDIA.filter(([option]) => options[option] !== undefined);
  const [option, field, more] = named[0] ?? [];
  if (named.length !== 1 || !option || !field || !more) return undefined;
  const extras = more.flatMap((each) => (options[each] === undefined ? [] : [[each, options[each]] as const]));
  return { [field]: options[option], ...Object.fromEntries(extras) };
};

/** What people do at a device: put a card in, show a code, type a PIN, take everything away. */
export const addHands = (device: Command, { terminal, finish }: Cli): void => {
  const act = async (options: ServerOptions, id: string, what: string, body: object): Promise<ExitCode> => {
    const path = `/devices/${encodeURIComponent(id)}/${what}`;
    const answer = await control<{ readonly device: DeviceRow }>(options, { method: 'POST', path, body });
    return show(terminal, options, answer, (told) => deviceInLine(told.device));
  };
  const put = (what: string, id: string, options: Given, wanted: string): Promise<ExitCode> => {
    const body = bodyOf(options);
    return body ? act(options, id, what, body) : Promise.resolve(failed(terminal, misuse(`请写明一样：${wanted}`)));
  };
  withWorkspace(device.command('insert').description('插卡、放身份证').argument('<id>', '设备号，如 reader-1'))
    .option('--card <person>', '谁的社会保障卡：示例人员、610100-38 这样的参保人')
    .option(
      '--condition <name>',
      '卡的毛病，如 expired、reversed、chip-damaged、forged，见 GET /_sandbox/devices/conditions',
    )
    .option('--id-card <person>', '谁的身份证')
    .action((id: string, options: Given) => finish(put('insert', id, options, '--card 或 --id-card')));
  withWorkspace(device.command('show').description('出示二维码、刷脸').argument('<id>', '设备号，如 terminal-1'))
    .option('--qr <person>', '谁的医保电子凭证，一分钟有效')
    .option('--variant <name>', 'expired、used、not-yet-valid、unknown、other-issuer')
    .option('--by <person>', '由谁代为出示（亲情账户）')
    .option('--face <person>', '谁的脸')
    .option('--health-code <person>', '误出示的电子健康码')
    .option('--electronic-card <person>', '电子社保卡')
    .action((id: string, options: Given) =>
      finish(put('show', id, options, '--qr、--face、--health-code 或 --electronic-card')),
    );
  withWorkspace(
    device
      .command('take')
      .description('取出')
      .argument('<id>')
      .argument('[what]', 'card、id-card、code、face，缺省为全部'),
  ).action((id: string, what: string | undefined, options: ServerOptions) =>
    finish(act(options, id, 'remove', { ...(what !== undefined && { what }) })),
  );
  withWorkspace(device.command('pin').description('在密码键盘上输密码').argument('<id>').argument('[pin]', '密码'))
    .option('--cancel', '按取消')
    .action((id: string, pin: string | undefined, options: Given) => {
      const body = options.cancel ? { cancel: true } : { pin: pin ?? '' };
      return finish(act(options, id, 'pin', body));
    });
  const renew = async (person: string, options: ServerOptions) => {
    const request = { method: 'POST', path: '/devices/cards/renew', body: { person } } as const;
    return show(terminal, options, await control<object>(options, request), () => `${person} 的卡已恢复原密码`);
  };
  withWorkspace(device.command('renew').description('卡的密码和次数恢复原样').argument('<person>')).action(
    (person: string, options: ServerOptions) => finish(renew(person, options)),
  );
};
