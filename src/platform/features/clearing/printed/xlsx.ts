import { strToU8, zipSync } from 'fflate';
import { yuan } from '../../../../kernel/money.ts';
import { isMoney, type Cell, type ClearingDocument } from '../documents/document.ts';
import { escaped } from '../../printed/markup.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Styles by their place in `cellXfs`. */
const PLAIN = 0;
const MONEY = 1;
const BOLD = 2;

/**
 * Documents as an Excel workbook, a sheet each: the few parts of OOXML that a workbook must have (ECMA-376).
 * Amounts are numbers in 元 printed from 分, never reckoned with.
 */
export const documentsXlsx = (documents: readonly ClearingDocument[]): Uint8Array => {
  const sheets = documents.map((one, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(one)] as const);
  const parts: (readonly [string, string])[] = [
    ['[Content_Types].xml', contentTypes(documents.length)],
    ['_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', workbookXml(documents)],
    ['xl/_rels/workbook.xml.rels', workbookRelations(documents.length)],
    ['xl/styles.xml', STYLES],
    ...sheets,
  ];
  // One date for all: the same documents give the same bytes.
  const mtime = '2000-01-01';
  return zipSync(Object.fromEntries(parts.map(([path, text]) => [path, [strToU8(text), { mtime }]])));
};

const contentTypes = (count: number): string => {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const override = (part: string, kind: string) =>
    `<Override PartName="/xl/${part}" ContentType="${type}.${kind}+xml"/>`;
  const sheets = Array.from({ length: count }, (_one, at) => override(`worksheets/sheet${at + 1}.xml`, 'worksheet'));
  return (
    `${XML}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `${override('workbook.xml', 'sheet.main')}${override('styles.xml', 'styles')}${sheets.join('')}</Types>`
  );
};

const relations = (targets: readonly (readonly [type: string, target: string])[]): string => {
  const rows = targets.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${rows.join('')}</Relationships>`;
};

const workbookRelations = (count: number): string =>
  relations([
    ...Array.from({ length: count }, (_one, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`] as const),
    ['styles', 'styles.xml'],
  ]);

const workbookXml = (documents: readonly ClearingDocument[]): string => {
  const sheets = documents.map(({ title }, at) => {
    const no = at + 1;
    return `<sheet name="${escaped(sheetName(`${no} ${title}`))}" sheetId="${no}" r:id="rId${no}"/>`;
  });
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join('')}</sheets></workbook>`;
};

/** At most 31 characters, some signs not among them. */
const sheetName = (text: string): string => text.replace(/[[\]:*?/\\]/g, '').slice(0, 31);

const FILLS = ['none', 'gray125'].map((type) => `<fill><patternFill patternType="${type}"/></fill>`).join('');

const STYLES =
  `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font>` +
  `<font><b/><sz val="14"/><name val="宋体"/></font></fonts><fills count="2">${FILLS}</fills>` +
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
  '<cellXfs count="3"><xf/><xf numFmtId="4" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/></cellXfs>' +
  '</styleSheet>';

const sheetXml = ({ title, facts, columns, rows, total, note }: ClearingDocument): string => {
  const heading = facts.map(([name, value]) => `${name}：${value}`).join('　');
  const lines: (readonly [cells: readonly Cell[], style?: number])[] = [
    [[title], BOLD],
    [[`${heading}　单位：元`]],
    [columns],
    ...rows.map((cells) => [cells] as const),
    [total],
    [[note]],
  ];
  const data = lines.map(([cells, style], at) => rowXml(cells, at + 1, style)).join('');
  const widths = `<cols><col min="1" max="${columns.length}" width="16" customWidth="1"/></cols>`;
  return `${XML}<worksheet xmlns="${MAIN}">${widths}<sheetData>${data}</sheetData></worksheet>`;
};

const rowXml = (cells: readonly Cell[], no: number, style = PLAIN): string =>
  `<row r="${no}">${cells.map((cell, at) => cellXml(cell, `${columnName(at)}${no}`, style)).join('')}</row>`;

const cellXml = (cell: Cell, at: string, style: number): string => {
  if (cell === null) return '';
  if (isMoney(cell)) return `<c r="${at}" s="${MONEY}"><v>${yuan(cell.fen)}</v></c>`;
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
};

/** A to Z: no document has more columns. */
const columnName = (at: number): string => String.fromCharCode(65 + at);
