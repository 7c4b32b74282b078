import { mayBeNamed } from '../../sandbox.ts';

/** Said where no door claims the path and the body is no message. */
export const noDoor = (): string =>
  [
    '没有这个地址。接口地址（用 POST，前面可加 /w/工作区名）：',
    '  医院接口   /fsi/api/…   /hsa/hgs/{交易编号}   /CSB   /{交易编号}   或任意地址，报文须含 infno',
    '  国家平台   /national/{交易编号}',
    '  参保省     /insured/{交易编号}   接收国家平台转发的报文',
    '  电子凭证   /localcfc/api/hsecfc/localQrCodeQuery   报文 {orgId, transType, data, extra}',
    '  控制接口   /_sandbox/…   健康检查 GET /healthz',
  ].join('\n');

/** Said to GET and the like at a door. */
export const onlyPost = (): string => '接口只收 POST：请把报文（JSON）作为请求体发送，交易编号写在 infno 或路径末尾。';

/** Said where the path names a workspace that is not there. The name is repeated only where it could be one. */
export const noWorkspace = (name: string, url: string): string => {
  if (!mayBeNamed(name)) return '工作区名不合法：用小写字母、数字和 -，以字母或数字开头，最多 40 个字符。';
  const workspaces = `${new URL(url).origin}/_sandbox/workspaces`;
  return [
    `没有工作区 ${name}。创建：kuasheng workspace create ${name}，或`,
    `  curl -X POST ${workspaces} -H 'content-type: application/json' -d '{"name":"${name}"}'`,
    `已有的工作区：GET ${workspaces}`,
  ].join('\n');
};
