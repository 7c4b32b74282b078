import { InvalidArgumentError, type Command } from 'commander';
import { placeName } from '../../../kernel/admdvs.ts';
import type { Cli } from '../cli.ts';
import { table } from '../layout/table.ts';
import { withWorkspace, type ServerOptions } from '../server/options.ts';
import { askPeople, type People } from '../server/people.ts';
import { show } from '../server/show.ts';

type PeopleOptions = ServerOptions & { readonly from: number; readonly limit: number };

const whole = (text: string): number => {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('应为从 1 起的整数');
  return Number(text);
};

/** `kuasheng people PLACE`: the synthetic population of a place, page by page. */
export const addPeople = (program: Command, { terminal, finish }: Cli): void => {
  const list = async (place: string, options: PeopleOptions) =>
    show(terminal, options, await askPeople(options, place, options.from, options.limit), (found) =>
      peopleInWords(found, terminal.columns),
    );
  withWorkspace(
    program
      .command('people')
      .argument('<place>', '参保地（统筹区）的医保区划，如 610100')
      .description('虚拟参保人群：每个统筹区近二十万人，由种子算出，不占空间')
      .option('--from <n>', '从第几人列起', whole, 1)
      .option('--limit <n>', '列多少人，最多 500', whole, 50),
  ).action((place: string, options: PeopleOptions) => finish(list(place, options)));
};

const HEADS = [
  { title: '编号', gives: true },
  { title: '姓名' },
  { title: '社会保障卡' },
  { title: '证件号码' },
  { title: '情况', gives: true },
] as const;

const peopleInWords = ({ people, place, total }: People, columns: number): string => {
  const rows = people.map((one) => [one.id, one.name, one.card_no ?? '没有卡', one.certno, one.shows]);
  return [
    table(HEADS, rows, columns),
    '',
    `${placeName(place)} 1 到 ${total} 号。全部号码见 kuasheng personas 编号`,
  ].join('\n');
};
