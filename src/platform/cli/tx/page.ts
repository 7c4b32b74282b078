import { facts } from '../layout/facts.ts';
import { table } from '../layout/table.ts';
import { wrap } from '../layout/wrap.ts';
import { neededFields } from '../../wire/needs.ts';
import type { Field, Node, Table } from '../../wire/table.ts';
import { listsUsedBy } from './code-lists.ts';
import type { Transaction } from './transactions.ts';
import { DOOR_NAMES, FIDELITIES, ROLES, TREATMENTS } from './words.ts';

/** Values of a code list that the page prints; all of them are in the JSON. */
const VALUES_SHOWN = 24;

/** The page of a transaction: fields of both directions, then what the sandbox makes of it. */
export const transactionPage = (transaction: Transaction, columns: number): string => {
  const { table: wire, definition } = transaction;
  const { needs = [], notes = [], differences = [], refusals = [], examples = [] } = definition ?? {};
  return [
    `${wire.infno} ${wire.name}`,
    facts(headOf(transaction)),
    ...wire.input.map((node) => nodePage('入参', node, columns, neededFields(wire, needs))),
    ...wire.output.map((node) => nodePage('出参', node, columns)),
    section('码表', codesOf(wire), columns),
    section('说明', notes, columns),
    section('与真实平台不同', differences, columns),
    section('可能的拒绝（日志中的名称）', refusals.length > 0 ? [refusals.join('、')] : [], columns),
    ...examples.map(({ title, input }) => `示例：${title}\n${JSON.stringify({ input }, null, 2)}`),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
};

const headOf = ({ door, table: wire, treatment, definition }: Transaction): [string, string][] => [
  ['接口', DOOR_NAMES[door]],
  ...(definition?.role === undefined ? [] : [['谁发起', ROLES[definition.role]] as [string, string]]),
  ['章节', wire.chapter],
  ['沙箱', TREATMENTS[treatment] + (definition?.variantOf === undefined ? '' : `（同 ${definition.variantOf}）`)],
  ['依据', `${FIDELITIES[wire.fidelity]}：${wire.source}`],
];

const nodePage = (side: string, node: Node, columns: number, needed: ReadonlySet<Field> = new Set()): string => {
  const many = node.many ? '（多行）' : '';
  const head = `${side} ${node.name === '' ? '（直接列在下面）' : node.name}${many}`;
  const rows = node.fields.map((field) => [
    field.code,
    field.name,
    field.type +
      (field.length === undefined ? '' : `(${field.length})`) +
      (field.of === undefined ? '' : ` ${field.of}`),
    field.required ? '是' : '',
    needed.has(field) ? '是' : '',
    field.codes ?? '',
    FIDELITIES[field.fidelity],
  ]);
  const fields = side === '入参' ? table(HEADS, rows, columns) : table(ANSWER_HEADS, rows.map(withoutNeed), columns);
  return `${head}\n${fields}`;
};

const HEADS = [
  { title: '代码' },
  { title: '名称', gives: true },
  { title: '类型' },
  { title: '必填' },
  { title: '缺了拒绝' },
  { title: '码表' },
  { title: '依据' },
] as const;

const ANSWER_HEADS = HEADS.filter(({ title }) => title !== '缺了拒绝');

/** An answer has no field that it could be refused for. */
const withoutNeed = (row: readonly string[]): string[] => row.filter((_, at) => at !== 4);

const codesOf = (wire: Table): string[] =>
  listsUsedBy(wire).map(({ key, name, codes }) => {
    const shown = [...codes]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .slice(0, VALUES_SHOWN)
      .map(([code, label]) => `${code} ${label}`);
    const rest = codes.size > VALUES_SHOWN ? `……共 ${codes.size} 个，全部见 --json` : '';
    return `${key} ${name}：${shown.join('，')}${rest}`;
  });

const section = (title: string, texts: readonly string[], columns: number): string =>
  texts.length === 0 ? '' : [title, ...texts.flatMap((text) => hanging(text, columns))].join('\n');

const hanging = (text: string, columns: number): string[] =>
  wrap(text, columns - 4).map((line, index) => (index === 0 ? `  · ${line}` : `    ${line}`));
