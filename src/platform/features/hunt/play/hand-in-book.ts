import { ok, type Result } from '../../../../kernel/result.ts';
import type { Address } from '../../demo/control-request.ts';
import type { BookRow } from '../driver.ts';
import { askControl } from './ask-control.ts';

/** The HIS's own book (docs/verdict.md), where it keeps one. */
export const handInBook = async (
  address: Address,
  institution: string,
  rows: readonly BookRow[] | undefined,
): Promise<Result<unknown, string>> =>
  rows === undefined ? ok(true) : askControl(address, 'POST', bookPath(institution), { rows });

/** Where a hospital's book is taken, one without any row too. */
export const bookPath = (institution: string): string => `/verdict/his-book?institution=${institution}`;
