import { read } from '../../../wire/read.ts';
import type { Violation } from '../../../wire/violation.ts';
import { fail, ok, type Result } from '../../../../kernel/result.ts';
import { voucherFault } from '../../../domain/voucher/faults.ts';
import type { Bill, VoucherFault } from '../../../domain/voucher/voucher.ts';
import { billTable, type BillNode } from './bill-table.ts';
import { child, readXml, type XmlElement } from './read-xml.ts';

/** The structured XML of a voucher, read by its table; or why it cannot be taken. */
export const readBill = (name: string, bytes: Buffer): Result<Bill, VoucherFault> => {
  const xml = readXml(bytes);
  if (!xml.ok) return fail(voucherFault('xml-broken', name, xml.error));
  const root = holderOf(xml.value, 0);
  if (!root) return fail(voucherFault('xml-broken', name, '没有 billInfo 节点'));
  const { nodes, table } = billTable();
  const { value, violations } = read(table, Object.fromEntries(nodes.flatMap((node) => valuesOf(node, root))));
  const breaches = violations.filter(matters);
  return breaches.length > 0 ? fail(voucherFault('bill-invalid', listOf(breaches))) : ok(value as Bill);
};

/** The element that holds billInfo: the root, whatever it is called, or one a few levels further in. */
const holderOf = (element: XmlElement, depth: number): XmlElement | undefined => {
  if (child(element, 'billInfo')) return element;
  if (depth >= 4) return undefined;
  for (const one of element.children) {
    const found = holderOf(one, depth + 1);
    if (found) return found;
  }
  return undefined;
};

/** What the reader takes for a node: rows, a row, or the bare fields. */
const valuesOf = (node: BillNode, root: XmlElement): [string, unknown][] => {
  if (node.name === '') {
    return node.fields.flatMap(({ code }): [string, unknown][] => {
      const found = child(root, code);
      return found ? [[code, found.text]] : [];
    });
  }
  const holder = node.list === undefined ? root : child(root, node.list);
  const elements = (holder?.children ?? []).filter((one) => one.name === node.name);
  if (node.many) return [[node.name, elements.map(fieldsOf)]];
  return elements[0] ? [[node.name, fieldsOf(elements[0])]] : [];
};

const fieldsOf = ({ children }: XmlElement): Record<string, string> =>
  Object.fromEntries(children.map((field) => [field.name, field.text.trim()]));

/** Texts longer than printed are taken as they are: real ones are. */
const matters = ({ kind }: Violation): boolean => kind !== 'length';

/** The first few in words, paths as they stand in the file. */
const listOf = (breaches: readonly Violation[]): string => {
  const texts = breaches.slice(0, 3).map(({ text }) => text.replaceAll('input.', ''));
  return texts.join('、') + (breaches.length > 3 ? ` 等 ${breaches.length} 处` : '');
};
