import { printScaled } from '../../../../kernel/decimal.ts';
import type { Bill } from '../../../domain/voucher/voucher.ts';
import type { Field } from '../../../wire/table.ts';
import { billTable, type BillNode } from '../files/bill-table.ts';
import { element, escaped } from './xml.ts';

type Row = Readonly<Record<string, unknown>>;

/** The root is the sandbox's own: the document prints none. */
const ROOT = 'elecSetlCert';

/** The structured XML 结构化文件 of a bill: nodes and fields in the order of the table, amounts with their decimals. */
export const writeBill = (bill: Bill): string => {
  const nodes = billTable().nodes.map((node) => nodeText(node, bill as unknown as Row));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(ROOT, `\n${nodes.join('')}`)}\n`;
};

const nodeText = (node: BillNode, bill: Row): string => {
  if (node.name === '') return fieldsText(node.fields, bill, '  ');
  if (!node.many) return block(node.name, bill[node.name] as Row, node.fields, '  ');
  const rows = (bill[node.name] as readonly Row[]).map((row) => block(node.name, row, node.fields, '    '));
  return `  ${element(node.list ?? node.name, `\n${rows.join('')}  `)}\n`;
};

const block = (name: string, row: Row, fields: readonly Field[], indent: string): string =>
  `${indent}${element(name, `\n${fieldsText(fields, row, `${indent}  `)}${indent}`)}\n`;

const fieldsText = (fields: readonly Field[], row: Row, indent: string): string =>
  fields
    .filter(({ code }) => row[code] !== undefined)
    .map((field) => `${indent}${element(field.code, escaped(printed(field, row[field.code])))}\n`)
    .join('');

const printed = ({ type, scale }: Field, value: unknown): string =>
  type === 'number' ? printScaled(value as number, scale) : (value as string);
