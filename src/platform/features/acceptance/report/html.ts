import { SIDE_NAMES, SIDES } from '../side.ts';
import type { Address } from '../next/curl.ts';
import { linkOf } from '../status.ts';
import { conclusionOf, noticesInWords } from './conclusion.ts';
import type { Form } from './form.ts';
import type { FormRow } from './form-row.ts';
import { element, escaped, tableRow } from '../../printed/markup.ts';
import type { Count, StatisticsRow } from './statistics.ts';
import { STYLE } from '../../printed/style.ts';

/** The form as one page to print: no script, nothing fetched. */
export const formHtml = (form: Form, address: Address): string => {
  const title = `跨省异地就医管理子系统门诊慢特病接口测试情况表（${form.unit}）`;
  const head = `<meta charset="utf-8">${element('title', escaped(title))}${element('style', STYLE)}`;
  const body = [
    form.rehearsalOnly ? element('div', '自检', { class: 'watermark' }) : '',
    element('h1', '跨省异地就医管理子系统门诊慢特病接口测试情况表'),
    element('p', escaped(SUBTITLE), { class: 'subtitle' }),
    heading(form),
    element('h2', '测试情况'),
    formTable('门诊慢特病相关接口交易', form.transactions, address),
    formTable('门诊慢特病病种测试情况', form.diseases, address),
    element('p', escaped(conclusionOf(form))),
    element('p', escaped(noticesInWords(form))),
    SEALS,
    element('h2', '测试数据统计'),
    statisticsTable(form.statistics),
    element('h2', '各统筹区拟开通新增门诊慢特病直接结算服务医疗机构名单'),
    openedTable(form),
    element('p', element('small', escaped(`沙箱打印于 ${form.printedAt}。${FOOTNOTE}`))),
  ];
  const page = element('head', head) + element('body', body.join('\n'));
  return `<!doctype html>\n${element('html', page, { lang: 'zh-CN' })}\n`;
};

const SUBTITLE = '由跨省异地就医沙箱按收到的报文填写';
const FOOTNOTE =
  '“是”只计本省自己登录国家平台发出的、或本省系统作为参保地应答的、完全合乎接口表的报文；沙箱代发、代答的为自检，不计。';

const heading = ({ unit, startedAt = '', finishedAt = '' }: Form): string =>
  element(
    'table',
    `<tr><th>单位名称</th><td colspan="3">${escaped(unit)}</td></tr>` +
      `<tr><th>测试开始时间</th><td>${escaped(startedAt)}</td><th>测试完成时间</th><td>${escaped(finishedAt)}</td></tr>`,
  );

const formTable = (title: string, rows: readonly FormRow[], address: Address): string =>
  element('h2', escaped(title)) +
  element(
    'table',
    element('thead', tableRow(['测试内容', '测试完成情况', '测试说明'], 'th')) +
      element('tbody', rows.map((row) => formLine(row, address)).join('\n')),
  );

const formLine = (row: FormRow, address: Address): string => {
  const boxes = row.answers.map((answer) => `${answer === row.answer ? '☑' : '☐'}${answer}`).join(' ');
  return (
    `<tr id="${escaped(row.id)}"><td>${escaped(row.label)}</td><td class="answer">${boxes}</td>` +
    `<td>${escaped(row.remark)}${proofs(row, address)}</td></tr>`
  );
};

/** So many links stand on a line; the others are in the journal. */
const LINKS = 3;

const proofs = ({ evidence }: FormRow, address: Address): string => {
  if (evidence.length === 0) return '';
  const links = evidence.slice(0, LINKS).map((exchange) => {
    const { trace, href } = linkOf(exchange, address);
    return element('a', escaped(trace), { href });
  });
  return `<br>${element('small', `依据 ${evidence.length} 笔：${links.join(' ')}${evidence.length > LINKS ? ' …' : ''}`)}`;
};

const SEALS = element(
  'table',
  [
    ['省级医疗保障局（签章）：', '测试结论：'],
    ['大数据中心（签章）：', '医保中心（签章）：'],
  ]
    .map((cells) => tableRow(cells.map((text) => `${text}<br><br><br>日期：`)))
    .join(''),
  { class: 'seals' },
);

const statisticsTable = (rows: readonly StatisticsRow[]): string => {
  const columns = SIDES.flatMap((side) => [`${SIDE_NAMES[side]}项目`, '要求', '计入', '自检']);
  return element(
    'table',
    element('thead', tableRow(['病种', '序号', ...columns], 'th')) +
      element('tbody', rows.map(statisticsLine).join('\n')),
  );
};

const statisticsLine = (row: StatisticsRow): string =>
  element(
    'tr',
    element('td', escaped(row.disease)) + numberCell(row.no) + SIDES.map((side) => countCells(row[side])).join(''),
  );

const countCells = (count: Count | undefined): string =>
  count === undefined
    ? '<td>—</td>'.repeat(4)
    : element('td', escaped(count.title)) + [count.required, count.seen, count.rehearsed].map(numberCell).join('');

const numberCell = (value: number): string => element('td', String(value), { class: 'number' });

const openedTable = ({ opened }: Form): string =>
  element(
    'table',
    element('thead', tableRow(['统筹区', '医疗机构', '病种数', '病种'], 'th')) +
      element(
        'tbody',
        opened
          .flatMap(({ name, institutions }) =>
            institutions.map(({ fixmedins_code, fixmedins_name, diseases }) => {
              const cells = [
                name,
                `${fixmedins_name}（${fixmedins_code}）`,
                String(diseases.length),
                diseases.join('、'),
              ];
              return tableRow(cells.map(escaped));
            }),
          )
          .join('\n'),
      ),
  );
