import type { Context } from 'hono';
import { z } from 'zod';
import { dateTimeOf, instantOf, isCivilDate, isCivilDateTime } from '../../kernel/civil-time.ts';
import { mayBeNamed, runningFrom, type ClockState, type Sandbox, type Workspace } from '../sandbox.ts';
import { personEntry } from './control/person-entry.ts';
import { refuseRequest, type Guard } from './guard/refuse-request.ts';
import { plainAnswer } from './plain-answer.ts';

/** Worlds that addresses may make: each has files of its own. */
const MOST = 200;

const STEP = 1_000;

const form = z.strictObject({
  seed: z.string().regex(/^[\w.-]{1,60}$/, 'seed 应为字母、数字、下划线、点、连字符，最多 60 个'),
  now: z
    .string()
    .refine((text) => isCivilDate(text) || isCivilDateTime(text), 'now 应为 2026-09-01 或 2026-09-01 10:00:00'),
  persona: z.string().max(60).optional(),
  clock: z
    .enum(['stepped', 'frozen', 'running'], { error: 'clock 应为 stepped、frozen 或 running' })
    .default('stepped'),
});

type World = z.infer<typeof form>;

/** True for `/w/team-a?seed=7&now=2026-09-01`: the address of a world. */
export const isWorldAddress = (method: string, url: string): boolean => {
  const { pathname, searchParams } = new URL(url);
  return method === 'GET' && /^\/w\/[^/]+\/?$/.test(pathname) && searchParams.has('seed');
};

/**
 * The address of a world: whoever opens it gets a workspace with these people at this time, the same everywhere. Made
 * at the first visit, shown again at the next ones.
 */
export const worldAddress =
  (sandbox: Sandbox, guard: Guard) =>
  async ({ req }: Context): Promise<Response> => {
    const { method, url } = req;
    const refusal = refuseRequest({ method, url, header: (name) => req.header(name) }, guard);
    if (refusal) return plainAnswer(refusal.status, refusal.message);
    const asked = form.safeParse(req.query());
    const [, name = ''] = /^\/w\/([^/]+)/.exec(req.path) ?? [];
    if (!asked.success) return plainAnswer(400, asked.error.issues.map(({ message }) => message).join('；'));
    if (!mayBeNamed(name)) return plainAnswer(400, '工作区名应为小写字母、数字和 -，以字母或数字开头，最多 40 个字符');
    const made = await theWorld(sandbox, name, asked.data);
    return typeof made === 'string' ? plainAnswer(409, made) : plainAnswer(200, inWords(made, asked.data, url));
  };

const theWorld = async (sandbox: Sandbox, name: string, asked: World): Promise<Workspace | string> => {
  const there = sandbox.workspace(name);
  const signature = signatureOf(asked);
  if (there) {
    const made = there.world().store.reader.setting(MADE_BY);
    return made === signature ? there : `工作区 ${name} 已存在，且不是由这个地址建立的，请换一个名称`;
  }
  if (sandbox.isTaken(name)) return `工作区 ${name} 正在建立，请稍后再开`;
  if (sandbox.names().length >= MOST) return `已有 ${MOST} 个工作区，请先删除不用的`;
  const workspace = await sandbox.create(name, { seed: asked.seed, startClock: clockOf(asked) });
  const written = { kind: 'setting.put', key: MADE_BY, value: signature } as const;
  await workspace.world().queue.submit((writer) => writer.apply([written]));
  return workspace;
};

/** Under this key a book keeps which address made it. */
const MADE_BY = 'made-by-address';

const signatureOf = ({ seed, now, clock }: World): string => JSON.stringify({ seed, now, clock });

const clockOf = ({ now, clock }: World): ClockState => {
  const at = instantOf(now);
  if (clock === 'frozen') return { mode: 'frozen', at };
  return clock === 'stepped' ? { mode: 'stepped', at, step: STEP } : runningFrom(at);
};

const inWords = (workspace: Workspace, { seed, persona }: World, url: string): string => {
  const world = workspace.world();
  const { origin } = new URL(url);
  const person = world.store.reader.personas().find((row) => row.persona?.id === persona);
  return [
    `工作区 ${workspace.name}（种子 ${seed}，沙箱时间 ${dateTimeOf(world.clock.now())}）`,
    `医院接口  ${origin}/w/${workspace.name}/fsi/api/{交易编号}`,
    `控制接口  ${origin}/w/${workspace.name}/_sandbox/`,
    ...(persona === undefined ? [] : [person ? personInWords(personEntry(world, person)) : `没有示例人员 ${persona}`]),
    '同一地址在任何机器上得到同样的人员、时间和应答。',
  ].join('\n');
};

const personInWords = ({
  name,
  shows,
  psn_no,
  certno,
  card_no,
  insuplc_admdvs,
}: ReturnType<typeof personEntry>): string =>
  `示例人员  ${name}（${shows}）人员编号 ${psn_no}，证件号 ${certno}，卡号 ${card_no ?? '无'}，参保地 ${insuplc_admdvs ?? ''}`;
