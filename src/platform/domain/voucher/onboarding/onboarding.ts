import type { CivilDate, Instant } from '../../../../kernel/civil-time.ts';
import type { Cell } from './matrix.ts';

/** 接入状态 as the centre sees it: none 未接入, test 测试, live 正式. */
export type OnboardingState = 'none' | 'test' | 'live';

/** Where an institution stands in the flow between hospital, city bureau and province team. */
export type Stage =
  | 'none' | 'applied' | 'ordered'
  | 'test' | 'reported' | 'reviewed' | 'confirmed' | 'launch-ordered'
  | 'live' | 'verified'; // prettier-ignore

/** The steps of the flow; return and reject send back. */
export type StepName =
  | 'apply' | 'forward' | 'admit' | 'report' | 'review' | 'confirm' | 'order-launch' | 'launch' | 'verify'
  | 'return' | 'reject'; // prettier-ignore

/** What the hospital says of itself in the 接入清单 (annex 1; the source has no layout: these fields are ours). */
export type Checklist = {
  /** 联系部门: a department, not a person. */
  readonly department: string;
  readonly phone: string;
  /** Who makes its information system. */
  readonly vendor: string;
  /** 电子结算凭证类型: 1 财政电子票据, 2 税务电子发票, 3 税务数电票 */
  readonly types: readonly ('1' | '2' | '3')[];
  /** 计划上线日期 */
  readonly plannedOn?: CivilDate;
};

/**
 * A work order 工单 of the city bureau. 类别 接入申请 and 明细 电子结算凭证 are the guide's; for the second order it says no more than
 * that it asks for the launch 上线.
 */
export type WorkOrder = {
  readonly no: string;
  readonly category: '接入申请' | '上线申请';
  readonly detail: '电子结算凭证';
  readonly submittedAt: Instant;
  readonly state: 'open' | 'done' | 'returned';
  readonly closedAt?: Instant;
};

/** 测试报告 (annex 2) as it was issued: the twelve cells are those of that moment. */
export type TestReport = {
  readonly compiledBy: string;
  readonly problems?: string;
  readonly cells: readonly Cell[];
  readonly issuedAt: Instant;
};

/** What the city bureau found after the launch 功能验证: it goes into the 上线确认报告 (annex 3). */
export type LaunchCheck = {
  readonly summary?: string;
  readonly cells: readonly Cell[];
  readonly issuedAt: Instant;
};

/** A step that was taken. */
export type Deed = {
  /** set: the sandbox's own short cut. */
  readonly step: StepName | 'set';
  readonly from: Stage;
  readonly to: Stage;
  readonly at: Instant;
  /** Number of the last row of the journal before it: what counts as evidence comes after. */
  readonly afterSeq: number;
  readonly note?: string;
  readonly order?: string;
};

/** An institution at the centre of electronic settlement vouchers 电子结算凭证中心 (source: 医疗收费电子结算凭证中心接入指引, 2023). */
export type Onboarding = {
  readonly fixmedins_code: string;
  readonly stage: Stage;
  readonly checklist?: Checklist;
  readonly orders: readonly WorkOrder[];
  readonly report?: TestReport;
  readonly launch?: LaunchCheck;
  /** Oldest first. */
  readonly history: readonly Deed[];
};
