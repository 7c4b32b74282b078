import { dateTimeOf } from '../../../../kernel/civil-time.ts';
import { yuan } from '../../../../kernel/money.ts';
import { element, escaped, tableRow } from '../../printed/markup.ts';
import { STYLE } from '../../printed/style.ts';
import { BLAMES, VERDICTS, type BlamedExchange, type Case, type Verdict } from '../types/verdict.ts';
import { subjectInWords, sumsInWords } from './in-words.ts';
import { BLAME_NAMES, BOOK_NAMES, VERDICT_NAMES } from './names.ts';

const TITLE = '结果未知处理裁决书';

/** The verdict as one page to print on A4: no script, nothing fetched. */
export const verdictHtml = (verdict: Verdict): string => {
  const { now, cases, sums, blames, book, convicted, terms } = verdict;
  const body = [
    element('h1', TITLE),
    element('p', `沙箱时间 ${dateTimeOf(now)}；医院的账：${BOOK_NAMES[book]}`, { class: 'subtitle' }),
    element('p', element('strong', convicted ? '结论：有问题，见下。' : '结论：没有发现医院系统的问题。')),
    countsTable(verdict),
    element('p', escaped(sumsInWords(sums))),
    element('h2', '各笔'),
    ...cases.map(caseSection),
    element('h2', '没有办成的报文，责任在谁'),
    blameTable(blames),
    element('p', element('small', `时限 ${terms.within} 秒、重发间隔 ${terms.backOff} 秒按沙箱时间计。${FOOTNOTE}`)),
  ].join('\n');
  const head = `<meta charset="utf-8">${element('title', TITLE)}${element('style', STYLE)}`;
  return `<!doctype html>\n${element('html', element('head', head) + element('body', body), { lang: 'zh-CN' })}\n`;
};

const FOOTNOTE = '不知是否到达的答复，不作为对医院不利的依据。裁决的规则是沙箱的，不是国家平台的。';

const countsTable = ({ counts }: Verdict): string =>
  element(
    'table',
    [
      tableRow(
        VERDICTS.map((name) => VERDICT_NAMES[name]),
        'th',
      ),
      tableRow(VERDICTS.map((name) => String(counts[name]))),
    ].join(''),
  );

const caseSection = (one: Case): string => {
  const { verdict, why, platform, his, unsure, broken, evidence } = one;
  const head = [subjectInWords(one), VERDICT_NAMES[verdict], yuan(platform), unsure ? '不明' : yuan(his), why];
  const rules = broken.map(({ text, seqs }) =>
    element('p', escaped(`违反：${text}（${seqs.map((seq) => `#${seq}`).join(' ')}）`)),
  );
  const steps = evidence.map(({ seq, at, text, trace }) =>
    tableRow([`#${seq}`, dateTimeOf(at), escaped(text), escaped(trace)]),
  );
  return [
    element(
      'table',
      tableRow(['业务', '裁决', '平台在账（元）', '医院在账（元）', '理由'], 'th') + tableRow(head.map(escaped)),
    ),
    ...rules,
    steps.length === 0
      ? ''
      : element('table', tableRow(['序号', '沙箱时间', '经过', '追踪号'], 'th') + steps.join('\n')),
  ].join('\n');
};

const blameTable = (blames: readonly BlamedExchange[]): string => {
  if (blames.length === 0) return element('p', '没有。');
  const rows = BLAMES.flatMap((blame) => blames.filter((one) => one.blame === blame));
  const cells = rows.map(({ seq, infno, blame, err_msg, clause }) =>
    tableRow([`#${seq}`, infno, BLAME_NAMES[blame], err_msg ?? '', clause].map(escaped)),
  );
  return element('table', tableRow(['序号', '交易', '责任', '答复', '依据'], 'th') + cells.join('\n'));
};
