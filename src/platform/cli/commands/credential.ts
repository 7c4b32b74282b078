import { Option, type Command } from 'commander';
import type { Cli } from '../cli.ts';
import { ask, control } from '../server/control.ts';
import { withWorkspace, type ServerOptions } from '../server/options.ts';
import { show } from '../server/show.ts';

type Shown = {
  readonly shown: {
    readonly code: string;
    readonly name: string;
    readonly at: string | null;
    readonly from: string;
    readonly until: string;
  };
};
type Notices = {
  readonly notices: readonly {
    readonly fixmedins_code: string;
    readonly at: string;
    readonly state: 'SUCCESS' | 'FAIL';
    readonly shown: Readonly<Record<string, unknown>>;
  }[];
};

const KINDS = [
  'valid', 'not-yet-valid', 'expired', 'used', 'unknown', 'other-issuer', 'health-code', 'payment-code',
]; // prettier-ignore
const WHO = '人员：编号，虚拟人群的 610100-38，人员编号或证件号码';
const AT = '摆在哪个机构的扫码器或终端前';

type CodeOptions = ServerOptions & { readonly kind: string; readonly shownBy?: string; readonly at?: string };
type PresenceOptions = ServerOptions & { readonly at: string; readonly cancels?: boolean };

/** `kuasheng credential qr|face|identity-card|notices`: what a tester without a device holds out. */
export const addCredential = (program: Command, { terminal, finish }: Cli): void => {
  const credential = program.command('credential').description('医保电子凭证：没有设备时出示二维码、人脸、身份证');
  const post = async (path: string, body: object, options: ServerOptions) =>
    show(terminal, options, await control<Shown>(options, { method: 'POST', path, body }), shownInWords);

  withWorkspace(credential.command('qr').description('出示医保码：28 位，有效一分钟，只能用一次'))
    .argument('<persona>', WHO)
    .addOption(new Option('--kind <kind>', '哪一种码').choices(KINDS).default('valid'))
    .option('--shown-by <persona>', '由家人的手机出示（亲情账户）')
    .option('--at <code>', AT)
    .action((persona: string, { kind, shownBy, at, ...options }: CodeOptions) => {
      const body = { persona, kind, ...(shownBy !== undefined && { shownBy }), ...(at !== undefined && { at }) };
      return finish(post('/credentials/qr', body, options));
    });

  withWorkspace(credential.command('face').description('站到综合服务终端前'))
    .argument('<persona>', WHO)
    .requiredOption('--at <code>', AT)
    .option('--cancels', '就诊人会按取消')
    .action((persona: string, { at, cancels = false, ...options }: PresenceOptions) =>
      finish(post('/credentials/face', { persona, at, cancels }, options)),
    );

  withWorkspace(credential.command('identity-card').description('把身份证放到综合服务终端上'))
    .argument('<persona>', WHO)
    .requiredOption('--at <code>', AT)
    .action((persona: string, { at, ...options }: PresenceOptions) =>
      finish(post('/credentials/identity-card', { persona, at }, options)),
    );

  const notices = async (options: ServerOptions) =>
    show(terminal, options, await ask<Notices>(options, '/credentials/notices'), noticesInWords);
  withWorkspace(credential.command('notices').description('终端显示过的结算结果')).action((options: ServerOptions) =>
    finish(notices(options)),
  );
};

const shownInWords = ({ shown: { code, name, at, from, until } }: Shown): string =>
  `${code}\n${name}，${from} 至 ${until} 有效${at === null ? '' : `，摆在 ${at} 前`}`;

const STATES = { SUCCESS: '结算成功', FAIL: '结算失败' } as const;

const noticesInWords = ({ notices }: Notices): string =>
  notices.length === 0
    ? '终端还没有显示过结算结果'
    : notices
        .map(({ at, fixmedins_code, state, shown }) =>
          [at, fixmedins_code, STATES[state], textOf(shown['userName']), textOf(shown['medicalSettleNo'])]
            .filter((part) => part !== '')
            .join('  '),
        )
        .join('\n');

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
