import { facts } from '../layout/facts.ts';

/** What a start tells: addresses, where the data are, what time it is there, and a first call. */
export type Start = {
  readonly version: string;
  readonly url: string;
  readonly workspaces: readonly string[];
  /** Absent: kept in memory only. */
  readonly dataDir?: string;
  readonly now: string;
  /** Places of the user's own. */
  readonly policies: readonly OwnPolicy[];
  /** What the control API demands; absent: nothing. */
  readonly token?: string;
  /** Local services of vendors on ports of their own. */
  readonly services: readonly { readonly kind: 'sscard' | 'face'; readonly port: number }[];
  readonly institution?: string;
  readonly persona?: string;
  readonly curl?: string;
};

/** A place whose policies the user brought; `replaces`: the sandbox ships some for it, which count for nothing now. */
export type OwnPolicy = {
  readonly place: string;
  readonly name: string;
  readonly folder: string;
  readonly replaces: boolean;
};

/** The doors with an example of a path. */
export const doorsOf = (url: string) => ({
  hospital: `${url}/fsi/api/1101`,
  national: `${url}/national/1107`,
  control: `${url}/_sandbox/personas`,
  devices: `${url.replace(/^http/, 'ws')}/devices/reader-1`,
});

const hostOf = (url: string): string => new URL(url).hostname;

const SERVICES = {
  sscard: { name: 'SSCard 服务', at: (url: string, port: number) => `ws://${hostOf(url)}:${port}` },
  face: { name: '服务终端', at: (url: string, port: number) => `POST http://${hostOf(url)}:${port}/api/open` },
} as const;

export const bannerOf = (start: Start): string => {
  const { hospital, national, control, devices } = doorsOf(start.url);
  const others =
    start.workspaces.length > 1 ? `，另有 ${start.workspaces.filter((name) => name !== 'default').join('、')}` : '';
  return [
    `跨省沙箱 Kuasheng ${start.version} 已启动：${start.url}`,
    '',
    facts([
      ['医院接口', `POST ${hospital}（/hsa/hgs/1101、/1101 也可以）`],
      ['国家平台', `POST ${national}`],
      ['控制接口', `GET  ${control}`],
      ['读卡器', devices],
      ...start.services.map(
        (service) => [SERVICES[service.kind].name, SERVICES[service.kind].at(start.url, service.port)] as const,
      ),
      ['工作区', `default${others}（其他工作区：路径前加 /w/名称）`],
      ['数据', start.dataDir ?? '只在内存中，结束即清除'],
      ['沙箱时间', start.now],
      ...start.policies.map((own) => ['自带政策', ownInWords(own)] as const),
      ...(start.token === undefined ? [] : [['口令', `Authorization: Bearer ${start.token}`] as const]),
    ]),
    ...(start.curl === undefined
      ? []
      : ['', `试一笔 1101 读卡（${start.persona ?? ''}，${start.institution ?? ''}）：`, start.curl]),
    '',
    '按 Ctrl+C 结束。',
  ].join('\n');
};

const ownInWords = ({ name, place, folder, replaces }: OwnPolicy): string =>
  `${name} ${place}：${folder}${replaces ? '（代替随附的政策）' : ''}`;
