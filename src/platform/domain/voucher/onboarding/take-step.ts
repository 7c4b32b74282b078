import type { Instant } from '../../../../kernel/civil-time.ts';
import { CELLS, OPERATIONS, TICKETS, type Cell } from './matrix.ts';
import { moveInWords, MOVES, movesFrom, STAGES, type Move } from './moves.ts';
import type { Checklist, Deed, Onboarding, OnboardingState, StepName, WorkOrder } from './onboarding.ts';

/** What is handed over with a step; which of it is needed depends on the step. */
export type Given = {
  readonly checklist?: Checklist;
  readonly compiledBy?: string;
  readonly problems?: string;
  readonly summary?: string;
  readonly note?: string;
};

/** What a step rests on. */
export type StepFacts = {
  readonly now: Instant;
  readonly afterSeq: number;
  /** Number of the work order, should the step open one. */
  readonly order: string;
  /** What traffic shows since the test, or the launch, began. */
  readonly cells: readonly Cell[];
};

/** The institution after a step, or in plain Chinese why it cannot be taken. */
export const stepTaken = (before: Onboarding, step: StepName, given: Given, facts: StepFacts): Onboarding | string => {
  const move = MOVES.find((row) => row.step === step && row.from === before.stage);
  if (!move) return `现为“${STAGES[before.stage].name}”，不能${nameOf(step)}；${nextInWords(before)}`;
  const fault = lacking(step, given, facts.cells);
  return fault ?? { ...moved(before, move, given, facts), ...brought(step, given, facts) };
};

/** A step that comes from several stages is called by the first. */
const nameOf = (step: StepName): string => MOVES.find((row) => row.step === step)?.name ?? step;

const nextInWords = ({ stage }: Onboarding): string => {
  const moves = movesFrom(stage).map(moveInWords);
  return moves.length === 0 ? '流程已办完' : `可以办理：${moves.join('；')}`;
};

/** What a step cannot do without. */
const lacking = (step: StepName, { checklist, compiledBy }: Given, cells: readonly Cell[]): string | undefined => {
  if (step === 'apply' && !checklist) return '提交接入清单须填写联系部门、联系电话、信息系统厂商、凭证类型';
  if (step === 'report' && compiledBy === undefined) return '出具测试报告须填写编制人';
  if (step === 'report') return openCells(cells);
  return step === 'verify' ? openOperations(cells) : undefined;
};

/** 全流程测试验证通过: all twelve. */
const openCells = (cells: readonly Cell[]): string | undefined => {
  const passed = new Set(cells.filter(({ state }) => state === 'passed').map(nameOfCell));
  const open = CELLS.filter((cell) => !passed.has(nameOfCell(cell)));
  const names = open.map(nameOfCell);
  return open.length === 0
    ? undefined
    : `测试报告 ${CELLS.length} 项中还有 ${open.length} 项未通过：${names.join('、')}`;
};

const nameOfCell = ({ ticket, infno }: Pick<Cell, 'ticket' | 'infno'>): string => `${TICKETS[ticket]} ${infno}`;

/** 功能验证: the guide does not say of what; we ask for each of the four with any kind of voucher (sandbox). */
const openOperations = (cells: readonly Cell[]): string | undefined => {
  const passed = new Set(cells.filter(({ state }) => state === 'passed').map(({ infno }) => infno));
  const open = Object.keys(OPERATIONS).filter((infno) => !passed.has(infno as Cell['infno']));
  return open.length === 0 ? undefined : `上线后还没有成功办理过 ${open.join('、')}，请先做功能验证`;
};

const moved = (before: Onboarding, move: Move, { note }: Given, facts: StepFacts): Onboarding => ({
  ...before,
  stage: move.to,
  orders: ordersAfter(before.orders, move, facts),
  history: [...before.history, deed(before, move, note, facts)],
});

const deed = (before: Onboarding, move: Move, note: string | undefined, { now, afterSeq, order }: StepFacts): Deed => ({
  step: move.step,
  from: before.stage,
  to: move.to,
  at: now,
  afterSeq,
  ...(note !== undefined && { note }),
  ...(move.opens && { order }),
});

const ordersAfter = (
  orders: readonly WorkOrder[],
  { opens, closes }: Move,
  { now, order: no }: StepFacts,
): readonly WorkOrder[] => {
  if (opens) return [...orders, { no, category: opens, detail: '电子结算凭证', submittedAt: now, state: 'open' }];
  if (!closes) return orders;
  return orders.map((order) => (order.state === 'open' ? { ...order, state: closes, closedAt: now } : order));
};

/** The paper that a step brings. */
const brought = (step: StepName, given: Given, { cells, now }: StepFacts): Partial<Onboarding> => {
  const { checklist, compiledBy, problems, summary } = given;
  if (step === 'apply' && checklist) return { checklist };
  if (step === 'report' && compiledBy !== undefined) {
    return { report: { compiledBy, cells, issuedAt: now, ...(problems !== undefined && { problems }) } };
  }
  return step === 'verify' ? { launch: { cells, issuedAt: now, ...(summary !== undefined && { summary }) } } : {};
};

/** The sandbox's short cut: a state without papers; open orders are returned, what was issued no longer holds. */
export const placedIn = (
  { fixmedins_code, checklist, orders, history, stage }: Onboarding,
  state: OnboardingState,
  { now, afterSeq }: Pick<StepFacts, 'now' | 'afterSeq'>,
): Onboarding => ({
  fixmedins_code,
  stage: state,
  ...(checklist && { checklist }),
  orders: orders.map((order) => (order.state === 'open' ? { ...order, state: 'returned', closedAt: now } : order)),
  history: [...history, { step: 'set', from: stage, to: state, at: now, afterSeq }],
});

/** After which row of the journal traffic counts: since the test began, or since the launch. */
export const countsAfter = ({ stage, history }: Onboarding): number => {
  const begins = STAGES[stage].state === 'live' ? 'live' : 'test';
  const begun = history.findLast(
    ({ step, from, to }) => to === begins && (step === 'set' || STAGES[from].state !== begins),
  );
  return begun?.afterSeq ?? 0;
};
