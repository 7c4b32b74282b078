import { InvalidArgumentError } from 'commander';
import { parseScaled } from '../../../kernel/decimal.ts';

/** An amount in 元 with two decimals at most, as 分. */
export const fenMeant = (text: string): number => {
  const fen = parseScaled(text, 2);
  if (fen === undefined || fen <= 0) throw new InvalidArgumentError('应为大于零的金额（元），最多两位小数');
  return fen;
};
