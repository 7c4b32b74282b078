import { dateOf, dateTimeOf, type CivilDate, type Instant } from '../../../../kernel/civil-time.ts';
import type { Institution } from '../../../domain/institution.ts';
import {
  OPERATIONS,
  TICKETS,
  type Cell,
  type CellState,
  type Ticket,
} from '../../../domain/voucher/onboarding/matrix.ts';
import { STAGES } from '../../../domain/voucher/onboarding/moves.ts';
import type { Onboarding } from '../../../domain/voucher/onboarding/onboarding.ts';

/** 接入测试报告 (annex 2) as data. */
export type TestReportData = {
  readonly fixmedins_code: string;
  /** 报告单位 */
  readonly unit: string;
  /** 报告日期: of the day on which it was issued; absent in a draft. */
  readonly reportedOn?: CivilDate;
  readonly compiledBy?: string;
  /** 测试时间: the first and the last message. */
  readonly from?: CivilDate;
  readonly to?: CivilDate;
  readonly rows: readonly ReportRow[];
  readonly passed: number;
  readonly problems: readonly string[];
  readonly conclusion: string;
  readonly stage: string;
  readonly printedAt: string;
};

/** A line: 系统操作, 操作步骤, 发起方, 测试是否通过, 备注. */
export type ReportRow = {
  readonly ticket: Ticket;
  readonly ticketName: string;
  readonly infno: Cell['infno'];
  readonly step: number;
  readonly stepName: string;
  readonly by: '定点医疗机构';
  readonly state: CellState;
  readonly answer: '通过' | '未通过' | '未测试';
  readonly remark: string;
  readonly evidence: readonly string[];
};

const ANSWERS = { passed: '通过', failed: '未通过', untested: '未测试' } as const;

/** The report that was issued, as it was then; before that a draft of what traffic shows now. */
export const testReportData = (
  { fixmedins_code, fixmedins_name }: Institution,
  { report, stage }: Onboarding,
  traffic: readonly Cell[],
  now: Instant,
): TestReportData => {
  const cells = report?.cells ?? traffic;
  const rows = cells.map(rowOf);
  const passed = rows.filter(({ state }) => state === 'passed').length;
  return {
    fixmedins_code,
    unit: fixmedins_name,
    ...(report && { reportedOn: dateOf(report.issuedAt), compiledBy: report.compiledBy }),
    ...periodOf(cells),
    rows,
    passed,
    problems: problemsOf(report?.problems, rows),
    conclusion: conclusionOf(fixmedins_name, passed, rows.length),
    stage: STAGES[stage].name,
    printedAt: dateTimeOf(now),
  };
};

const STEPS = Object.keys(OPERATIONS);

const rowOf = ({ ticket, infno, state, remark, evidence }: Cell): ReportRow => ({
  ticket,
  ticketName: TICKETS[ticket],
  infno,
  step: STEPS.indexOf(infno) + 1,
  stepName: OPERATIONS[infno],
  by: '定点医疗机构',
  state,
  answer: ANSWERS[state],
  remark,
  evidence,
});

const periodOf = (cells: readonly Cell[]): Pick<TestReportData, 'from' | 'to'> => {
  const begun = cells.flatMap(({ begunAt }) => begunAt ?? []);
  const ended = cells.flatMap(({ endedAt }) => endedAt ?? []);
  return begun.length === 0 ? {} : { from: dateOf(Math.min(...begun)), to: dateOf(Math.max(...ended)) };
};

/** What the hospital wrote comes first; what has not passed is listed whatever it wrote. */
const problemsOf = (written: string | undefined, rows: readonly ReportRow[]): string[] => [
  ...(written === undefined ? [] : [written]),
  ...rows
    .filter(({ state }) => state === 'failed')
    .map(({ ticketName, infno, remark }) => `${ticketName} ${infno}：${remark}`),
];

/** Ours in words; it says no more than the lines do. */
const conclusionOf = (name: string, passed: number, of: number): string =>
  passed === of
    ? `${name}的三种票据均完成上传、查结果、重传、查状态：凭证文件与基本信息已收到，单据状态正常，联调通过。`
    : `${name}还有 ${of - passed} 项未通过或未测试，联调没有完成。`;
