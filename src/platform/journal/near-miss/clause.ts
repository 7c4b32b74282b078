import { loadEnvelope } from '../../wire/load-table.ts';
import type { Fidelity, Field, Node, Table } from '../../wire/table.ts';

/** Where a field is described. */
export type Spot = { readonly table: Table; readonly node: Node; readonly field: Field };

const FIDELITIES: Readonly<Record<Fidelity, string>> = {
  documented: '规范所载',
  reconstructed: '公开资料推定',
  sandbox: '沙箱自定',
};

/** `2207 门诊结算 入参 data：公开发布的接口规范（规范所载）`; empty where nothing describes the field. */
export const clauseOf = (spot: Spot | undefined): string => {
  if (!spot) return '';
  const { table, node, field } = spot;
  const head = table.infno === 'envelope' ? '报文头' : `${table.infno} ${table.name} 入参`;
  return `${head}${node.name === '' ? '' : ` ${node.name}`}：${table.source}（${FIDELITIES[field.fidelity]}）`;
};

const within = (table: Table | undefined, isIt: (node: Node, field: Field) => boolean): Spot | undefined => {
  for (const node of table?.input ?? []) {
    const field = node.fields.find((one) => isIt(node, one));
    if (table && field) return { table, node, field };
  }
  return undefined;
};

/** The field of a path such as `input.feedetail[3].cnt`, or of the envelope: `msgid`. */
export const fieldAt = (table: Table | undefined, path: string): Spot | undefined => {
  const parts = path.replace(/\[\d+\]/g, '').split('.');
  const code = parts.at(-1);
  if (parts[0] !== 'input') return within(loadEnvelope(), (_, field) => field.code === code);
  const holder = parts.length > 2 ? parts.at(-2) : '';
  return (
    within(table, (node, field) => node.name === holder && field.code === code) ??
    within(table, (_, field) => field.code === code)
  );
};

/** A field by its code alone: of the input, else of the envelope. */
export const fieldNamed = (table: Table | undefined, code: string) => {
  const inner = within(table, (_, field) => field.code === code);
  const spot = inner ?? within(loadEnvelope(), (_, field) => field.code === code);
  const node = inner?.node;
  const path = node
    ? ['input', node.name === '' ? [] : node.name + (node.many ? '[]' : ''), code].flat().join('.')
    : code;
  return { path, name: spot?.field.name ?? code, spot };
};
