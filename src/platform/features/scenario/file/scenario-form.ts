import { z } from 'zod';
import { GROUPS, isGroup, type Group } from '../groups.ts';
import { credential, institution, list, map, moment, slug, text, words } from './fields.ts';

const group = z
  .custom<Group>((value) => typeof value === 'string' && isGroup(value), {
    error: `应为 ${Object.keys(GROUPS).join('、')} 之一`,
  })
  .meta({ enum: Object.keys(GROUPS) });

/** The workspace of its own in which a scenario is played. */
const world = z.strictObject({
  now: moment.exactOptional().describe('开始时的沙箱时间，缺省 2026-09-01 10:00:00'),
  clock: z
    .enum(['frozen', 'stepped', 'running'])
    .exactOptional()
    .describe('frozen 时间不动（缺省），stepped 每笔报文走一秒，running 自己走'),
  seed: text.exactOptional().meta({ type: 'string' }).describe('合成人口的种子，缺省为场景名'),
  settings: map.exactOptional().describe('工作区设置，见 kuasheng settings show'),
});

/** What a scenario's file says, but for its steps. */
export const scenarioForm = z.strictObject({
  name: slug.describe('与文件名相同'),
  title: words.describe('标题'),
  purpose: words.describe('要看到什么，一两句话'),
  expect_his: words.describe('正确的 HIS 应怎样做'),
  source: words.exactOptional().describe('依据'),
  group: group.describe('分组'),
  who: words.exactOptional().describe('就诊人，见 kuasheng personas；各步可另写'),
  at: institution.exactOptional().describe('就诊机构，缺省 H44030099001；各步可另写'),
  credential: credential.exactOptional().describe('出示的凭证，缺省用本人有的第一种：卡、电子凭证、证件'),
  world: world.exactOptional().describe('场景自己的工作区怎样开始'),
  steps: list.describe('步骤，每步一种'),
});

export type Head = z.infer<typeof scenarioForm>;
