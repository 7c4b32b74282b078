import { element, escaped, tableRow } from '../../printed/markup.ts';
import { footnote, seal, type Paper } from './paper.ts';
import type { ReportRow, TestReportData } from './test-report.ts';

/** 接入测试报告 (annex 2), printed. `url` leads to the workspace that has the evidence. */
export const testReportPaper = (data: TestReportData, url: string): Paper => {
  const { unit, reportedOn, rows, passed, problems, conclusion, printedAt } = data;
  const body = [
    element('h1', '医疗收费电子结算凭证中心<br>接入测试报告'),
    element('table', tableRow([`报告单位：${escaped(unit)}`, `报告日期：${escaped(reportedOn ?? '')}`])),
    element('h2', '1 测试内容'),
    resultTable(data, url),
    element('h2', '2 测试问题及解决方案'),
    problems.length === 0 ? element('p', '无') : problems.map((text) => element('p', escaped(text))).join(''),
    element('h2', '3 测试结论'),
    element('p', escaped(conclusion)),
    seal('医院'),
    footnote(printedAt, '“通过”只计本机构自己发来的报文：上传和重传以校验正常为准，查结果以查到正常为准。'),
  ];
  const complete = reportedOn !== undefined && passed === rows.length;
  return { title: `接入测试报告（${unit}）`, complete, data, body: body.join('\n') };
};

const HEADS = ['序号', '系统操作', '操作步骤', '发起方', '测试是否通过', '备注'];
const WIDE = String(HEADS.length);

const resultTable = ({ unit, compiledBy = '', from = '', to = '', rows }: TestReportData, url: string): string => {
  const title = `${unit} 医疗收费电子结算凭证上传查询测试汇总结果表`;
  const period = from === '' ? '测试时间：' : `测试时间：${from} 至 ${to}`;
  const head = [
    element('tr', element('th', escaped(title), { colspan: WIDE })),
    element(
      'tr',
      element('td', escaped(`编制人：${compiledBy}`), { colspan: '3' }) +
        element('td', escaped(period), { colspan: '3' }),
    ),
    tableRow(HEADS, 'th'),
  ];
  return element(
    'table',
    element('thead', head.join('')) + element('tbody', rows.map((row) => line(row, url)).join('\n')),
  );
};

const STEPS_OF_A_TICKET = '4';

/** Number and kind stand once for their four steps. */
const line = (row: ReportRow, url: string): string => {
  const { step, stepName, by, answer, remark, ticketName, infno } = row;
  const beginning = step === 1 ? spanned(TICKET_NUMBERS[row.ticket]) + spanned(ticketName) : '';
  const cells = [`${step}【${stepName}】${infno}`, by, answer];
  return element(
    'tr',
    beginning +
      cells.map((text) => element('td', escaped(text))).join('') +
      element('td', escaped(remark) + proofs(row, url)),
  );
};

const TICKET_NUMBERS = { 'real-time': '1', 'self-pay': '2', 'cross-province': '3' } as const;

const spanned = (text: string): string => element('td', escaped(text), { rowspan: STEPS_OF_A_TICKET });

const proofs = ({ evidence }: ReportRow, url: string): string => {
  const links = evidence.map((trace) => element('a', escaped(trace), { href: `${url}/_sandbox/exchanges/${trace}` }));
  return links.length === 0 ? '' : `<br>${element('small', `依据：${links.join(' ')}`)}`;
};
