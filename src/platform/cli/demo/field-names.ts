import { parseScaled, printScaled } from '../../../kernel/decimal.ts';
import { codeList, labelOf } from '../../wire/dictionary.ts';
import { loadTable } from '../../wire/load-table.ts';
import type { Field } from '../../wire/table.ts';

/** The Chinese name of a transaction of the hospital door. */
export const nameOf = (infno: string): string => loadTable('hospital', infno)?.name ?? '';

/** The field at a path of an answer, `insuinfo.0.insutype`: looked up in the table of the transaction. */
export const fieldAt = (infno: string, path: string): Field | undefined => {
  const [node = '', ...rest] = path.split('.');
  const code = rest.at(-1);
  return loadTable('hospital', infno)
    ?.output.find(({ name }) => name === node)
    ?.fields.find((field) => field.code === code);
};

/** A value as people read it: an amount with its decimals, a code with its label, `310 职工基本医疗保险`. */
export const labelled = (field: Field | undefined, value: string): string => {
  const units = field !== undefined && field.scale > 0 ? parseScaled(value, field.scale) : undefined;
  if (field !== undefined && units !== undefined) return printScaled(units, field.scale);
  const list = field?.codes === undefined ? undefined : codeList(field.codes);
  const label = list && labelOf(list, value);
  return label === undefined ? value : `${value} ${label}`;
};
