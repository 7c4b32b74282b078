import type { OnboardingState, Stage, StepName, WorkOrder } from './onboarding.ts';

/** Who takes a step: the hospital 定点医疗机构, the city bureau 地市医保部门, the province's team 省项目组. */
export type Actor = 'hospital' | 'city' | 'province';

export const ACTORS: Readonly<Record<Actor, string>> = {
  hospital: '定点医疗机构',
  city: '地市医保部门',
  province: '省项目组',
};

/** Every stage: how it is called, and what the centre makes of it. */
export const STAGES: Readonly<Record<Stage, { readonly name: string; readonly state: OnboardingState }>> = {
  none: { name: '未接入', state: 'none' },
  applied: { name: '接入清单已交地市', state: 'none' },
  ordered: { name: '接入申请工单待办', state: 'none' },
  test: { name: '测试中', state: 'test' },
  reported: { name: '测试报告待地市审核', state: 'test' },
  reviewed: { name: '测试报告待省项目组确认', state: 'test' },
  confirmed: { name: '测试已确认，待申请上线', state: 'test' },
  'launch-ordered': { name: '上线工单待办', state: 'test' },
  live: { name: '已上线，待功能验证', state: 'live' },
  verified: { name: '已上线并确认', state: 'live' },
};

/** A step of the flow from one stage to the next. */
export type Move = {
  readonly step: StepName;
  readonly by: Actor;
  readonly name: string;
  readonly from: Stage;
  readonly to: Stage;
  /** The work order that it opens, or what becomes of the open one. */
  readonly opens?: WorkOrder['category'];
  readonly closes?: 'done' | 'returned';
};

/**
 * The flow of the guide (接入指引 二、三), a row a step. Sending back is ours: the guide says that papers are examined, not
 * what happens to bad ones.
 */
// prettier-ignore
export const MOVES: readonly Move[] = [
  { step: 'apply', by: 'hospital', name: '提交接入清单', from: 'none', to: 'applied' },
  { step: 'forward', by: 'city', name: '审核汇总并提交接入申请工单', from: 'applied', to: 'ordered', opens: '接入申请' },
  { step: 'admit', by: 'province', name: '办结接入申请，开通测试', from: 'ordered', to: 'test', closes: 'done' },
  { step: 'report', by: 'hospital', name: '出具测试报告', from: 'test', to: 'reported' },
  { step: 'review', by: 'city', name: '审核测试报告', from: 'reported', to: 'reviewed' },
  { step: 'confirm', by: 'province', name: '确认测试报告', from: 'reviewed', to: 'confirmed' },
  { step: 'order-launch', by: 'city', name: '提交上线工单', from: 'confirmed', to: 'launch-ordered', opens: '上线申请' },
  { step: 'launch', by: 'province', name: '维护正式环境基础信息，上线', from: 'launch-ordered', to: 'live', closes: 'done' },
  { step: 'verify', by: 'city', name: '组织功能验证，出具上线确认报告', from: 'live', to: 'verified' },
  { step: 'return', by: 'city', name: '退回接入清单', from: 'applied', to: 'none' },
  { step: 'return', by: 'city', name: '退回测试报告', from: 'reported', to: 'test' },
  { step: 'reject', by: 'province', name: '退回接入申请工单', from: 'ordered', to: 'none', closes: 'returned' },
  { step: 'reject', by: 'province', name: '退回测试报告', from: 'reviewed', to: 'test' },
  { step: 'reject', by: 'province', name: '退回上线工单', from: 'launch-ordered', to: 'confirmed', closes: 'returned' },
];

export const STEP_NAMES: readonly StepName[] = [...new Set(MOVES.map(({ step }) => step))];

/** What may be done at a stage; the first one leads on. */
export const movesFrom = (stage: Stage): readonly Move[] => MOVES.filter(({ from }) => from === stage);

/** A step in words: who does what. */
export const moveInWords = ({ by, name, step }: Move): string => `${ACTORS[by]}${name}（${step}）`;
