import { placeName, placeOf, type Admdvs } from '../../../../kernel/admdvs.ts';
import { dateTimeOf, type Instant } from '../../../../kernel/civil-time.ts';
import type { Institution } from '../../../domain/institution.ts';
import { OPERATIONS } from '../../../domain/voucher/onboarding/matrix.ts';
import { STAGES } from '../../../domain/voucher/onboarding/moves.ts';
import type { Checklist, Onboarding } from '../../../domain/voucher/onboarding/onboarding.ts';
import type { Reader } from '../../../store/port.ts';
import { element, escaped, tableRow } from '../../printed/markup.ts';
import { footnote, seal, type Paper } from './paper.ts';

type Row = { readonly institution: Institution; readonly checklist: Checklist; readonly onboarding: Onboarding };

/** The institutions of a place of which something was recorded. */
export const onboardedIn = (
  reader: Reader,
  city: Admdvs,
): { readonly institution: Institution; readonly onboarding: Onboarding }[] =>
  reader.voucherOnboardings().flatMap((onboarding) => {
    const institution = reader.institution(onboarding.fixmedins_code);
    return institution && placeOf(institution.admdvs) === city ? [{ institution, onboarding }] : [];
  });

/** 定点医疗机构接入清单 (annex 1): what the city bureau gathers and stamps. Its layout is not in the source: this one is ours. */
export const checklistPaper = (reader: Reader, city: Admdvs, now: Instant): Paper => {
  const rows = onboardedIn(reader, city).flatMap((one): Row[] => {
    const { checklist } = one.onboarding;
    return checklist ? [{ ...one, checklist }] : [];
  });
  const unit = `${placeName(city)}医疗保障局`;
  const title = `定点医疗机构接入清单（${placeName(city)}）`;
  const body = [
    element('h1', '定点医疗机构接入清单'),
    element('p', escaped(`电子结算凭证中心　${unit}汇总`), { class: 'subtitle' }),
    listTable(rows),
    element('h2', '需改造对接的接口'),
    INTERFACES,
    seal(unit),
    footnote(dateTimeOf(now), '接入指引附件 1 没有公布版式，本表的栏目由沙箱自定。'),
  ];
  return {
    title,
    complete: rows.length > 0,
    data: { city, unit, institutions: rows.map(rowData) },
    body: body.join('\n'),
  };
};

const TYPES = { '1': '财政电子票据', '2': '税务电子发票', '3': '税务数电票' } as const;

const rowData = ({ institution, checklist, onboarding }: Row) => ({
  fixmedins_code: institution.fixmedins_code,
  fixmedins_name: institution.fixmedins_name,
  uscc: institution.uscc,
  ...checklist,
  stage: STAGES[onboarding.stage].name,
  order: onboarding.orders.find(({ category }) => category === '接入申请')?.no ?? null,
});

const HEADS = ['序号', '医疗机构', '统一社会信用代码', '系统厂商', '联系部门', '凭证类型', '计划上线', '工单'];

const listTable = (rows: readonly Row[]): string =>
  element(
    'table',
    element('thead', tableRow(HEADS, 'th')) +
      element('tbody', rows.length === 0 ? EMPTY : rows.map((row, index) => listLine(row, index + 1)).join('\n')),
  );

const EMPTY = `<tr><td colspan="${HEADS.length}">还没有机构提交接入清单</td></tr>`;

const listLine = (row: Row, no: number): string => {
  const { fixmedins_name, fixmedins_code, uscc, vendor, department, phone, types, plannedOn, order, stage } =
    rowData(row);
  const kinds = types.map((type) => TYPES[type]).join('、');
  const cells = [
    String(no), `${fixmedins_name}（${fixmedins_code}）`, uscc, vendor, `${department} ${phone}`, kinds,
    plannedOn ?? '', order ?? stage,
  ]; // prettier-ignore
  return tableRow(cells.map(escaped));
};

/** 接口功能清单 (接入指引 四): all four are wanted. */
const INTERFACES = element(
  'table',
  element('thead', tableRow(['接口名称', '接口编号', '服务机构', '是否必选'], 'th')) +
    element(
      'tbody',
      Object.entries(OPERATIONS)
        .map(([infno, name]) => tableRow([name, infno, '定点医疗机构', '是'].map(escaped)))
        .join('\n'),
    ),
);
