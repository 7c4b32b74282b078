import type { Status, StatusRow } from '../../sandbox.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { table } from '../layout/table.ts';
import { ask } from '../server/control.ts';
import { failed, misuse } from '../server/failure.ts';
import type { ServerOptions } from '../server/options.ts';
import { json } from '../server/show.ts';
import type { Terminal } from '../terminal.ts';

export type StatusOptions = ServerOptions & {
  readonly province: string;
  readonly role: 'treatment' | 'insured' | 'both';
  readonly disease?: string;
  readonly all?: true;
};

/** `kuasheng acceptance status`: how many requirements are met, by side and disease; `--all` row by row. */
export const showStatus = (terminal: Terminal, options: StatusOptions): Promise<ExitCode> =>
  shown(terminal, options, (status) =>
    options.all ? allRows(status, terminal.columns) : summary(status, terminal.columns),
  );

/** `kuasheng acceptance missing`: what blocks, what it lacks and what to send next. */
export const showMissing = (terminal: Terminal, options: StatusOptions): Promise<ExitCode> =>
  shown(terminal, options, (status) => missing(status, terminal.columns));

const shown = async (
  terminal: Terminal,
  options: StatusOptions,
  words: (status: Status) => string,
): Promise<ExitCode> => {
  const { province, role, disease } = options;
  const answer = await ask<Status>(options, `/acceptance?province=${province}&role=${role}`);
  if (!answer.ok) return failed(terminal, answer.error);
  const status = onlyDisease(answer.value, disease);
  if (status.sides.every(({ rows }) => rows.length === 0)) return failed(terminal, misuse(`没有病种 ${disease ?? ''}`));
  terminal.out(options.json ? json(status) : words(status));
  return blockingRows(status) === 0 ? EXIT.ok : EXIT.refused;
};

const onlyDisease = (status: Status, disease: string | undefined): Status =>
  disease === undefined
    ? status
    : {
        ...status,
        sides: status.sides.map((side) => ({ ...side, rows: side.rows.filter((row) => row.disease === disease) })),
      };

const blockingRows = ({ sides }: Status): number =>
  sides.flatMap(({ rows }) => rows).filter(({ blocks }) => blocks).length;

const headline = (status: Status): string => {
  const open = blockingRows(status);
  return `${status.name}验收（${status.at}）：${open === 0 ? '全部完成' : `还有 ${open} 项未完成`}`;
};

const summary = (status: Status, columns: number): string => {
  const rows = status.sides.flatMap(({ name, rows: all }) => {
    const diseases = [...new Set(all.map(({ disease }) => disease))];
    return diseases.map((disease) =>
      summaryRow(
        name,
        disease,
        all.filter((row) => row.disease === disease),
      ),
    );
  });
  const heads = ['角色', '病种', '要求', '完成', '未完成', '自检达到'].map((title, at) =>
    at < 2 ? { title } : { title, align: 'right' as const },
  );
  const more = '逐项见 --all，还差什么见 kuasheng acceptance missing。自检是沙箱代发、代答的，不计入完成。';
  return [headline(status), '', table(heads, rows, columns), ...breachLines(status), '', more].join('\n');
};

const GROUPS: Readonly<Record<string, string>> = { common: '通用交易', outside: '非范围内病种' };

const summaryRow = (side: string, disease: string, rows: readonly StatusRow[]): string[] => {
  const open = rows.filter(({ blocks }) => blocks).length;
  const rehearsed = rows.filter(({ rehearsalMet }) => rehearsalMet).length;
  return [side, GROUPS[disease] ?? disease, ...[rows.length, rows.length - open, open, rehearsed].map(String)];
};

/** So many broken fields are listed. */
const BREACHES = 10;

const breachLines = ({ sides }: Status): string[] => {
  const all = sides.flatMap(({ name, breaches }) => breaches.map((breach) => ({ name, ...breach })));
  if (all.length === 0) return [];
  const lines = all
    .slice(0, BREACHES)
    .map(
      ({ name, infno, field, kind, count, last }) =>
        `  ${name} ${infno} ${field}（${kind}）${count} 笔，最近 ${last.trace}`,
    );
  return ['', `不合接口表的字段 ${all.length} 个，这些报文不计入：`, ...lines];
};

const allRows = (status: Status, columns: number): string =>
  [
    headline(status),
    ...status.sides.map(({ name, rows }) => {
      const cells = rows.map((row) => [
        row.id, row.title, row.stateName, `${row.seen}/${row.required}`, String(row.rehearsed), proofOf(row),
      ]); // prettier-ignore
      return `${name}\n${table(HEADS, cells, columns)}`;
    }),
  ].join('\n\n');

const HEADS = [
  { title: '编号' },
  { title: '要求', gives: true },
  { title: '状态' },
  { title: '计入', align: 'right' },
  { title: '自检', align: 'right' },
  { title: '依据', gives: true },
] as const;

const proofOf = ({ evidence, explanation }: StatusRow): string =>
  explanation ??
  evidence
    .slice(0, 2)
    .map(({ trace }) => trace)
    .join(' ');

const MISSING_HEADS = [
  { title: '编号' },
  { title: '要求', gives: true },
  { title: '状态' },
  { title: '还差', gives: true },
  { title: '下一步', gives: true },
] as const;

const missing = (status: Status, columns: number): string => {
  const parts = status.sides.flatMap(({ name, rows }) => {
    const open = rows.filter((row) => row.blocks && (row.next || row.explainable || row.failed || row.note));
    if (open.length === 0) return [];
    const cells = open.map((row) => [
      row.id,
      row.title,
      row.stateName,
      lackOf(row),
      row.next?.says ?? explainHint(row),
    ]);
    return [`${name}\n${table(MISSING_HEADS, cells, columns)}`];
  });
  const first = status.sides.flatMap(({ rows }) => rows).find(({ next }) => next?.curl !== undefined);
  const call = first?.next?.curl;
  return [headline(status), ...parts, ...(call === undefined ? [] : [`${first?.id ?? ''} 的下一步：\n${call}`])].join(
    '\n\n',
  );
};

const lackOf = ({ lacking, seen, required, failed: refused, note }: StatusRow): string =>
  [lacking.length > 0 ? lacking.join('、') : `${seen}/${required}`, refused?.text, note].filter(Boolean).join('；');

const explainHint = ({ explainable, id }: StatusRow): string =>
  explainable === undefined ? '' : `kuasheng acceptance explain ${id} --text …（${explainable}）`;
