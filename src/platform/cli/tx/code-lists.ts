import { codeList, type CodeList } from '../../wire/dictionary.ts';
import type { Table } from '../../wire/table.ts';

/** The code lists 码表 that fields of a table name and the document prints, each once. */
export const listsUsedBy = ({ input, output }: Table): CodeList[] => {
  const fields = [...input, ...output].flatMap((node) => node.fields);
  const lists = fields.map(({ codes }) => (codes === undefined ? undefined : codeList(codes)));
  return [...new Set(lists)].filter((list) => list !== undefined);
};
