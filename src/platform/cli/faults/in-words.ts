import { facts } from '../layout/facts.ts';
import { table } from '../layout/table.ts';

/** A fault as the control API tells it; amounts in 分. */
export type Row = {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly when: Readonly<Record<string, unknown>>;
  readonly scheduled: string;
  readonly scope: string;
  readonly with: Readonly<Record<string, unknown>>;
  readonly count?: number;
  readonly expiresAt?: string;
  readonly seen: number;
  readonly fired: number;
  readonly state: 'armed' | 'spent';
  readonly note?: string;
};

const HEADS = [
  { title: '编号' },
  { title: '故障', gives: true },
  { title: '对哪些报文', gives: true },
  { title: '何时', gives: true },
  { title: '符合', align: 'right' },
  { title: '触发', align: 'right' },
  { title: '状态', gives: true },
] as const;

/** All faults of a workspace, and what they did so far. */
export const faultsInWords = (rows: readonly Row[], magicFaults: boolean, columns: number): string =>
  [
    rows.length === 0 ? '没有故障' : table(HEADS, rows.map(cellsOf), columns),
    ...(magicFaults ? ['魔法值已打开（kuasheng fault magic）'] : []),
  ].join('\n');

const cellsOf = (row: Row): string[] => [
  row.id,
  [`${row.kind} ${row.title}${paramsOf(row.with)}`, ...(row.note === undefined ? [] : [row.note])].join('\n'),
  whenInWords(row.when),
  `${row.scheduled}${limitsOf(row)}`,
  String(row.seen),
  String(row.fired),
  row.state === 'armed' ? '已设' : '用完',
];

const paramsOf = (params: Row['with']): string =>
  Object.keys(params).length === 0 ? '' : `（${pairs(params).join('，')}）`;

const limitsOf = ({ count, expiresAt }: Row): string =>
  (count === undefined ? '' : `，共 ${count} 次`) + (expiresAt === undefined ? '' : `，到 ${expiresAt}`);

/** One fault in a sentence. */
export const faultInLine = (row: Row): string =>
  `${row.id}：${row.kind} ${row.title}${paramsOf(row.with)}，${whenInWords(row.when)}，${row.scheduled}${limitsOf(row)}`;

const whenInWords = (when: Row['when']): string => pairs(when).join('，') || '所有报文';

const pairs = (of: Readonly<Record<string, unknown>>): string[] =>
  Object.entries(of).map(([name, value]) => `${name}=${textOf(value)}`);

const textOf = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(String).join('、');
  if (typeof value === 'object' && value !== null) return `{${pairs({ ...value }).join(' ')}}`;
  return String(value);
};

/** A kind of fault as the control API tells it. */
export type Kind = {
  readonly kind: string;
  readonly title: string;
  readonly about: string;
  readonly his: string;
  readonly scopes: readonly string[];
  readonly params: {
    readonly properties?: Readonly<Record<string, Parameter>>;
    readonly anyOf?: readonly Kind['params'][];
  };
};

type Parameter = { readonly enum?: readonly unknown[]; readonly default?: unknown; readonly type?: string };

/** All kinds, a line each; of those named everything. */
export const kindsInWords = (kinds: readonly Kind[], isWhole: boolean): string =>
  isWhole ? kinds.map(kindInWords).join('\n\n') : facts(kinds.map(({ kind, title }) => [kind, title]));

const kindInWords = ({ kind, title, about, his, scopes, params }: Kind): string =>
  [
    `${kind} ${title}`,
    facts([
      ['经过', about],
      ['正确的 HIS', his],
      ['时机 scope', scopes.join('、')],
      ...(params.anyOf ?? [params]).flatMap(({ properties = {} }) =>
        Object.entries(properties).map(([name, one]) => [`参数 ${name}`, parameterInWords(one)] as const),
      ),
    ]),
  ].join('\n');

const parameterInWords = ({ enum: values, default: usual, type }: Parameter): string =>
  [
    values ? values.map(String).join('、') : (type ?? ''),
    ...(usual === undefined ? [] : [`缺省 ${JSON.stringify(usual)}`]),
  ].join('，');

/** What a fault would do to a message. */
export type Explained = Row & {
  readonly fires: boolean;
  readonly why: string;
  readonly conditions: readonly { readonly field: string; readonly holds: boolean; readonly why?: string }[];
};

/** Fault by fault, the conditions of each below it. */
export const explainedInWords = (faults: readonly Explained[]): string =>
  faults.length === 0
    ? '没有故障'
    : faults
        .map(({ id, kind, title, fires, why, conditions }) =>
          [
            `${fires ? '✓' : '·'} ${id} ${kind} ${title}：${why}`,
            ...conditions.map(
              ({ field, holds, why: missed }) =>
                `    ${holds ? '符合' : '不符'} ${field}${missed ? `：${missed}` : ''}`,
            ),
          ].join('\n'),
        )
        .join('\n');

/** What fired, as the control API tells it. */
export type Firing = {
  readonly trace: string;
  readonly at: string;
  readonly fault: string;
  readonly kind: string;
  readonly title: string;
  readonly scope: string;
  readonly infno: string;
  readonly delivered?: string;
};

const DELIVERED: Readonly<Record<string, string>> = {
  sent: '答复已发出',
  cut: '答复没有发完',
  unknown: '不知发出没有',
};

/** Firings, oldest first. */
export const firingsInWords = (firings: readonly Firing[], columns: number): string =>
  firings.length === 0
    ? '没有触发过故障'
    : table(
        [
          { title: '时间' },
          { title: '追踪号' },
          { title: '交易' },
          { title: '故障', gives: true },
          { title: '答复', gives: true },
        ],
        firings.map(({ at, trace, infno, fault, kind, title, delivered }) => [
          at, trace, infno, `${fault} ${kind} ${title}`, DELIVERED[delivered ?? ''] ?? '',
        ]), // prettier-ignore
        columns,
      );

/** A magic value. */
export type Magic = {
  readonly kind: string;
  readonly title: string;
  readonly how: string;
  readonly with?: Row['with'];
};

/** The cheat sheet, to be printed and laid beside the till. */
export const magicInWords = (magic: readonly Magic[], isOn: boolean): string =>
  [
    isOn ? '魔法值：已打开' : '魔法值：没有打开（kuasheng settings set magicFaults=true）',
    facts(magic.map(({ how, kind, title, with: params = {} }) => [how, `${title}（${kind}${paramsOf(params)}）`])),
  ].join('\n');
