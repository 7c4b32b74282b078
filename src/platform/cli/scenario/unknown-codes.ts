import { closest } from '../../../kernel/edit-distance.ts';
import type { Problem } from '../../features/scenario/problem.ts';
import type { Scenario, Step } from '../../features/scenario/scenario.ts';
import { isList, isMap } from '../../features/scenario/tree.ts';
import { loadTable } from '../../wire/load-table.ts';
import type { Node } from '../../wire/table.ts';

/** Transactions and fields of a scenario's calls that the interface tables do not know. */
export const unknownCodes = ({ file, name, steps }: Scenario): readonly Problem[] =>
  steps.flatMap((step) => {
    const own = step.of === name && step.kind === 'call' ? faultsOf(step) : [];
    return own.map((message) => ({ file, line: step.line, message }));
  });

const faultsOf = ({ form: { call, as, input = {} } }: Extract<Step, { kind: 'call' }>): string[] => {
  const door = as === undefined ? 'hospital' : 'national';
  const found = loadTable(door, call);
  if (!found)
    return [`call 写的是 ${call}，${door === 'national' ? '国家' : '医院'}接口没有这个交易，见 kuasheng tx list`];
  return Object.entries(input).flatMap(([node, value]) => {
    const known = found.input.find((one) => one.name === node);
    // Some nodes have other names beside that of the table.
    return known ? rowsIn(value).flatMap((row) => fieldFaults(call, known, row)) : [];
  });
};

const rowsIn = (value: unknown): readonly object[] =>
  isList(value) ? value.filter(isMap) : isMap(value) ? [value] : [];

const fieldFaults = (infno: string, { name, fields }: Node, row: object): string[] => {
  const codes = fields.map(({ code }) => code);
  return Object.keys(row)
    .filter((code) => !codes.includes(code))
    .map((code) => {
      const [near] = closest(code, codes, 1);
      return `${infno} 的 ${name} 没有字段 ${code}${near === undefined ? '' : `，是不是 ${near}？`}`;
    });
};
