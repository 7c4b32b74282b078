import type { Command } from 'commander';
import { placeName } from '../../../kernel/admdvs.ts';
import type { Cli } from '../cli.ts';
import { explanationInWords, type ExplanationRow } from '../explanation.ts';
import { ask } from '../server/control.ts';
import { withWorkspace, type ServerOptions } from '../server/options.ts';
import { show } from '../server/show.ts';

/** How a settlement came about, as far as the command line reads it. */
export type Explained = {
  readonly settlement: {
    readonly setl_id: string;
    readonly state: 'effective' | 'refunded' | 'reversed';
    readonly refundOf?: string;
    readonly setl_time: string;
    readonly insuplc: string;
    readonly mdtrtarea: string;
    readonly visitor: { readonly psn_name: string };
  };
  readonly steps: readonly ExplanationRow[];
};

/** `kuasheng explain SETL_ID`: the steps of a settlement, what each went by and what it left. */
export const addExplain = (program: Command, { terminal, finish }: Cli): void => {
  const explain = async (setl_id: string, options: ServerOptions) =>
    show(terminal, options, await explanationOf(options, setl_id), (explained) =>
      [headOf(explained), '', stepsOf(explained, terminal.columns)].join('\n'),
    );
  withWorkspace(
    program.command('explain').argument('<setl_id>', '结算ID').description('一笔结算怎样算出：步骤、参数、来源'),
  ).action((setl_id: string, options: ServerOptions) => finish(explain(setl_id, options)));
};

/** Asks the control API for the steps of a settlement. */
export const explanationOf = (options: ServerOptions, setl_id: string) =>
  ask<Explained>(options, `/settlements/${encodeURIComponent(setl_id)}/explanation`);

const STATES: Readonly<Record<Explained['settlement']['state'], string>> = {
  effective: '有效',
  refunded: '已退费',
  reversed: '已冲正',
};

const headOf = ({ settlement }: Explained): string => {
  const { setl_id, state, setl_time, insuplc, mdtrtarea, visitor } = settlement;
  return (
    `结算 ${setl_id}（${STATES[state]}）  ${setl_time}  ${visitor.psn_name}  ` +
    `参保地 ${placeName(insuplc)}，就医地 ${placeName(mdtrtarea)}`
  );
};

const stepsOf = ({ settlement, steps }: Explained, columns: number): string =>
  settlement.refundOf === undefined
    ? explanationInWords(steps, columns)
    : `退费：结算 ${settlement.refundOf} 的各项金额全部冲回，不重新计算。`;
