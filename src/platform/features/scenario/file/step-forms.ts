import { z } from 'zod';
import {
  act, anything, controlPath, credential, division, duration, flag, infno, institution, list, map, mapOrList,
  mapOrClear, mapOrWords, path, province, renamed, slug, text, variable, words, yes,
} from './fields.ts'; // prettier-ignore

const title = words.exactOptional().describe('这一步做什么，显示用');
const save = variable.exactOptional().describe('存为变量，后面用 ${名称.字段} 引用');

/** What is expected of an answer; without `refused`, `infcode` or `lost` it is success. */
const answer = z.strictObject({
  refused: words.exactOptional().describe('应被拒绝，err_msg 含有这段文字'),
  infcode: text.exactOptional().meta({ type: ['string', 'number'] }),
  err_msg: anything.exactOptional(),
  warn_msg: anything.exactOptional(),
  output: mapOrList.exactOptional().describe('应答的一部分：只比较写出的字段，金额按数值比较'),
  status: text
    .exactOptional()
    .meta({ type: ['string', 'number'] })
    .describe('HTTP 状态'),
  violations: anything.exactOptional().describe('应答头 x-kuasheng-violations'),
  lost: yes.exactOptional().describe('没有收到应答：连接断开或超时'),
  any: yes.exactOptional().describe('有没有应答、答什么都行'),
  same_as: variable.exactOptional().describe('与该变量的应答逐字节相同'),
  adds_up: flag.exactOptional().describe('各项金额是否相加无误，缺省 true'),
});

/** What a step of each kind says; the key of the kind is the first one. */
export const STEP_FORMS = {
  call: z.strictObject({
    call: infno.describe('发送一笔交易，报文头和入参自动补全'),
    title,
    who: words.exactOptional(),
    at: institution.exactOptional(),
    as: province.exactOptional().describe('以该省身份发到国家接口'),
    credential: credential.exactOptional(),
    insuplc: division.exactOptional().describe('报文头的参保地，缺省为就诊人的参保地'),
    of: renamed.exactOptional().describe('补全时改用哪些变量，如 { visit: second }'),
    input: map.exactOptional().describe('入参：写出的盖过补全的，列表逐行补全'),
    omit: z.array(path).exactOptional().describe('不发的字段，如 [data.insutype]'),
    envelope: map.exactOptional().describe('报文头中要改的字段'),
    repeats: variable.exactOptional().describe('把该变量的报文一字不改再发一次'),
    fault: words.exactOptional().describe('只对这一笔的故障，如 answer-lost;how=rst'),
    timeout: duration.exactOptional().describe('等应答多久，缺省 60s'),
    save,
    expect: answer.exactOptional(),
  }),
  expect: z.strictObject({ expect: map.describe('对已有变量的检查：路径 → 期望'), title }),
  wait: z.strictObject({
    wait: map.describe('等被测系统发来报文：日志的筛选条件，如 { infno: 2207, infcode: 0 }'),
    tell: words.describe('告诉测试人员做什么'),
    within: duration.exactOptional().describe('最多等多久，缺省 5m'),
    none: yes.exactOptional().describe('这段时间里不应有这样的报文'),
    title,
    save,
    expect: answer.exactOptional(),
  }),
  clock: z.strictObject({
    clock: mapOrWords.describe('前进：+3d、2026-12-31、month-end；或改走法：{ mode: running, speed: 60 }'),
    title,
  }),
  fault: z.strictObject({
    fault: mapOrClear.describe('加一条故障；{ remove: ID } 去掉一条；clear 全部去掉'),
    title,
    save,
  }),
  maintenance: z.strictObject({
    maintenance: map.describe('宣布停机维护 { node, from, to, text }；{ cancel: ID } 取消'),
    title,
    save,
  }),
  device: z.strictObject({
    device: words.describe('虚拟读卡器的编号'),
    do: act.describe('动作：insert、remove、commands（HIS 读卡）等'),
    with: map.exactOptional().describe('动作的内容，如 { card: … }、{ command: read-card }'),
    client: words.exactOptional().describe('以哪个窗口的名义，open 之后到 close 为止独占'),
    title,
    save,
    refused: words.exactOptional().describe('应被拒绝，message 含有这段文字'),
    expect: map.exactOptional().describe('应答的一部分'),
  }),
  snapshot: z.strictObject({
    snapshot: z
      .strictObject({ save: slug.exactOptional(), restore: slug.exactOptional() })
      .refine((form) => (form.save === undefined) !== (form.restore === undefined), { error: '应写 save 或 restore 之一' })
      .describe('存快照 { save: 名称 }，或恢复 { restore: 名称 }'),
    title,
  }),
  restart: z.strictObject({ restart: yes.describe('停下沙箱再启动'), title }),
  verify: z.strictObject({
    verify: list.describe('对日志的期望：count、order、eventually、none、sum，见 docs/journal.md'),
    title,
  }),
  control: z.strictObject({
    control: controlPath.describe('控制接口：参保地经办、机构、地方等，如 POST /filings'),
    with: map.exactOptional().describe('内容'),
    title,
    save,
    refused: words.exactOptional().describe('应被拒绝，message 含有这段文字'),
    expect: map.exactOptional().describe('应答的一部分'),
  }),
  note: z.strictObject({ note: words.describe('说明，显示给人看') }),
  use: z.strictObject({ use: slug.describe('先走另一个场景的全部步骤') }),
} as const; // prettier-ignore

export type Kind = keyof typeof STEP_FORMS;
export const KINDS = Object.keys(STEP_FORMS) as readonly Kind[];

export type FormOf<K extends Kind> = z.infer<(typeof STEP_FORMS)[K]>;
export type AnswerExpected = z.infer<typeof answer>;

/** A step of any kind, with its kind said. */
export type AnyStep = { [K in Kind]: { readonly kind: K; readonly form: FormOf<K> } }[Kind];
