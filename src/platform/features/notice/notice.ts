import type { Admdvs } from '../../../kernel/admdvs.ts';
import type { CivilDate } from '../../../kernel/civil-time.ts';
import type { Basis } from '../../../rules/policy/basis.ts';

/** What the sandbox cannot know stays open, for the insured place to fill in. */
export const BLANK = '（由参保地填写）';

/** What a sentence or a figure rests on. */
export type Ground = Pick<Basis, 'source' | 'mark' | 'status' | 'note'>;

/** A sentence, or a figure in words. Without a ground: it says nothing that could be right or wrong. */
export type Line = { readonly text: string; readonly ground?: Ground };

/**
 * A paragraph, a numbered list, or a table. A row that is shorter than its heads says one thing over the rest of them.
 */
export type Block =
  | { readonly kind: 'paragraph'; readonly line: Line }
  | { readonly kind: 'list'; readonly items: readonly Line[] }
  | { readonly kind: 'table'; readonly heads: readonly string[]; readonly rows: readonly Row[] };

/** Cells of several lines. */
export type Row = readonly (readonly Line[])[];

/** A heading with what stands right under it: 1 `一、`, 2 `（一）`, 3 `1.` */
export type Section = { readonly level: 1 | 2 | 3; readonly heading: string; readonly blocks: readonly Block[] };

/**
 * 门诊慢特病跨省异地就医结算政策及流程告知书 of an insured place, after the headings of 医保办发〔2024〕19号 annex 2; the sentences are
 * the sandbox's own. A draft: open points and illustrative figures are visible in it.
 */
export type Notice = {
  readonly place: Admdvs;
  /** 西安市 */
  readonly name: string;
  /** The day whose policies it tells. */
  readonly on: CivilDate;
  readonly title: string;
  /** True where the figures are those of the province's illustrative template. */
  readonly template: boolean;
  readonly opening: readonly Line[];
  readonly sections: readonly Section[];
};

/** A figure that somebody chose and that must not pass for policy. */
export const isIllustrative = ({ ground }: Line): boolean => ground?.status === 'illustrative';

/** Every line of a notice, in reading order. */
export const linesOf = ({ opening, sections }: Pick<Notice, 'opening' | 'sections'>): Line[] => [
  ...opening,
  ...sections.flatMap(({ blocks }) => blocks.flatMap(linesOfBlock)),
];

const linesOfBlock = (block: Block): readonly Line[] => {
  if (block.kind === 'paragraph') return [block.line];
  return block.kind === 'list' ? block.items : block.rows.flat(2);
};
