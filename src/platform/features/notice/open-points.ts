import { BLANK, isIllustrative, linesOf, type Notice } from './notice.ts';

/** What an insured place has to do before a notice can be published. */
export type OpenPoints = {
  /** Points that only the place can fill in. */
  readonly blanks: number;
  /** Figures that are no policy. */
  readonly illustrative: number;
};

export const openPoints = (notice: Notice): OpenPoints => {
  const lines = linesOf(notice);
  return {
    blanks: lines.filter(({ text }) => text.includes(BLANK)).length,
    illustrative: lines.filter(isIllustrative).length,
  };
};
