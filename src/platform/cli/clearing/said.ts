import { InvalidArgumentError } from 'commander';
import { parseScaled } from '../../../kernel/decimal.ts';
import { asFen, type Fen } from '../../../kernel/money.ts';

/** An amount in 元 of the command line, as 分. */
export const yuanSaid = (text: string): Fen => {
  const fen = parseScaled(text, 2);
  if (fen === undefined || fen <= 0) throw new InvalidArgumentError('应为大于零的金额，元，最多两位小数，如 1234.50');
  return asFen(fen);
};
