import type { CivilDate } from '../../../kernel/civil-time.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { COLUMNS, printedSheet, type BookPlace, type Sheet } from '../../sandbox.ts';
import type { ExitCode } from '../exit-code.ts';
import { table } from '../layout/table.ts';
import { wrap } from '../layout/wrap.ts';
import { refusal, type Failure } from '../server/failure.ts';
import { show } from '../server/show.ts';
import type { Terminal } from '../terminal.ts';
import { knownPlaces, today } from './known-place.ts';

export type ShowOptions = {
  readonly on?: CivilDate;
  readonly insutype?: Sheet['insutype'];
  readonly benefit?: Sheet['benefit'];
  readonly policies?: string;
  readonly json?: true;
};

/** What a place pays by on a day. */
type Shown = Pick<BookPlace, 'place' | 'name' | 'folder'> & {
  readonly on: CivilDate;
  readonly sheets: readonly Sheet[];
};

/** `kuasheng policy show PLACE`: the values of a place on a day, to be compared with the official texts. */
export const showPolicy = (terminal: Terminal, place: string, options: ShowOptions): ExitCode =>
  show(terminal, options, shownOf(place, options), (shown) => inWords(shown, terminal.columns));

const shownOf = (text: string, { on = today(), insutype, benefit, policies }: ShowOptions): Result<Shown, Failure> => {
  const known = knownPlaces([text], policies);
  if (!known.ok) return known;
  const shown = known.value.map(({ place, name, folder, on: sheetsOn }) => ({
    place,
    name,
    folder,
    on,
    sheets: sheetsOn(on).filter(
      (sheet) => (insutype ?? sheet.insutype) === sheet.insutype && (benefit ?? sheet.benefit) === sheet.benefit,
    ),
  }));
  const [one] = shown.filter(({ sheets }) => sheets.length > 0);
  return one === undefined ? fail(refusal(`${text} 没有这个险种和待遇的政策文件`)) : ok(one);
};

const inWords = ({ place, name, folder, on, sheets }: Shown, columns: number): string =>
  [
    `${name} ${place} 在 ${on} 的参保地政策（${folder}）`,
    '同一参数自上而下，第一条符合条件的生效；“示意值”不是政策数字。',
    ...sheets.map((sheet) => sheetInWords(sheet, on, columns)),
  ].join('\n\n');

const HEADS = COLUMNS.map((title) => (title === '起' ? { title } : { title, gives: true as const }));

const sheetInWords = (sheet: Sheet, on: CivilDate, columns: number): string => {
  const { title, head, rows, grounds, sources } = printedSheet(sheet);
  if (rows.length === 0) return `${title}：${head}，${on} 没有政策数据`;
  return [
    `${title}：${head}`,
    table(HEADS, rows, columns),
    ...grounds.flatMap((ground, index) => hanging(`[${index + 1}] `, ground, columns)),
    ...sources.flatMap((source) => hanging('来源 ', source, columns)),
  ].join('\n');
};

const hanging = (mark: string, text: string, columns: number): string[] =>
  wrap(text, columns - 5).map((line, index) => (index === 0 ? mark : ' ').padEnd(index === 0 ? 0 : 5) + line);
