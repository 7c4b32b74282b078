import type { CivilDate } from '../../../kernel/civil-time.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { differences, sheetTitle, type BookPlace, type Difference } from '../../sandbox.ts';
import type { ExitCode } from '../exit-code.ts';
import { table } from '../layout/table.ts';
import { misuse, type Failure } from '../server/failure.ts';
import { show } from '../server/show.ts';
import type { Terminal } from '../terminal.ts';
import { knownPlaces, today } from './known-place.ts';

export type DiffOptions = {
  readonly on?: CivilDate;
  readonly to?: CivilDate;
  readonly policies?: string;
  readonly json?: true;
};

/** One side of the comparison: a place on a day. */
type Side = Pick<BookPlace, 'place' | 'name'> & { readonly on: CivilDate };

type Compared = { readonly left: Side; readonly right: Side; readonly differences: readonly Difference[] };

/** `kuasheng policy diff PLACE [OTHER]`: two days of a place, or two places on a day. */
export const diffPolicies = (terminal: Terminal, places: readonly string[], options: DiffOptions): ExitCode =>
  show(terminal, options, compared(places, options), (found) => inWords(found, terminal.columns));

const compared = (texts: readonly string[], { on, to, policies }: DiffOptions): Result<Compared, Failure> => {
  if (texts.length > 1 && to !== undefined) return fail(misuse('两个地方只比较同一天：写 --on 日期，不写 --to'));
  if (texts.length === 1 && on === undefined) {
    return fail(misuse('一个地方要比较两天：写 --on 日期，--to 缺省为今天；或者再写一个地方'));
  }
  const known = knownPlaces(texts, policies);
  if (!known.ok) return known;
  const [first, second = first] = known.value;
  if (first === undefined || second === undefined) return fail(misuse('要写一个或两个地方'));
  const left = on ?? today();
  const right = texts.length > 1 ? left : (to ?? today());
  return ok({
    left: sideOf(first, left),
    right: sideOf(second, right),
    differences: differences(first.on(left), second.on(right)),
  });
};

const sideOf = ({ place, name }: BookPlace, on: CivilDate): Side => ({ place, name, on });

const inWords = ({ left, right, differences: found }: Compared, columns: number): string => {
  const isOnePlace = left.place === right.place;
  const head = isOnePlace
    ? `${left.name} ${left.place}：${left.on} 与 ${right.on}`
    : `${left.name} ${left.place} 与 ${right.name} ${right.place}，${left.on}`;
  if (found.length === 0) return `${head}：条件和数值没有不同。`;
  const heads = [
    { title: '险种待遇' },
    { title: '参数', gives: true },
    { title: '条件', gives: true },
    { title: isOnePlace ? left.on : left.name, gives: true },
    { title: isOnePlace ? right.on : right.name, gives: true },
  ] as const;
  return [head, '', table(heads, rowsOf(found), columns), '', `共 ${found.length} 处不同；— 是没有这一条。`].join('\n');
};

/** A cell that repeats the one above it is empty. */
const rowsOf = (found: readonly Difference[]): string[][] =>
  found.map((one, index) => {
    const above = found[index - 1];
    const isSameSheet = above !== undefined && sheetTitle(above) === sheetTitle(one);
    const isSameParameter = isSameSheet && above.title === one.title;
    return [
      isSameSheet ? '' : sheetTitle(one),
      isSameParameter ? '' : one.title,
      one.condition,
      one.left ?? '—',
      one.right ?? '—',
    ];
  });
