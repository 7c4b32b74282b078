import type { Instant } from '../../../../kernel/civil-time.ts';
import type { Institution } from '../../../domain/institution.ts';
import type { Operation, Ticket } from '../../../domain/voucher/onboarding/matrix.ts';
import type { JournalRow, Reader } from '../../../store/port.ts';

/** What one message of the journal shows of one kind of voucher. */
export type Seen = {
  readonly infno: Operation;
  readonly ticket: Ticket;
  /** pending: the check of the upload has not happened yet. */
  readonly outcome: 'passed' | 'failed' | 'pending';
  /** Why it failed. */
  readonly text?: string;
  readonly trace: string;
  readonly at: Instant;
};

/** What the test report is filled from. */
export type Traffic = {
  readonly reader: Reader;
  readonly institution: Institution;
  /** Rows of the four transactions that this institution sent, oldest first. */
  readonly rows: readonly JournalRow[];
  /** The bytes of an answer; undefined where they are lost. */
  readonly answerOf: (seq: number) => string | undefined;
};

type Fields = Readonly<Record<string, unknown>>;

/** The fields of a text of JSON; empty where it is none. */
export const fieldsIn = (text: string | undefined): Fields => {
  try {
    const value = JSON.parse(text ?? '') as unknown;
    return typeof value === 'object' && value !== null ? (value as Fields) : {};
  } catch {
    return {};
  }
};

/** The rows of a list in it. */
export const rowsIn = (value: unknown): Fields[] => (Array.isArray(value) ? (value as Fields[]) : []);

/** A text in it; empty where there is none. */
export const textIn = (fields: Fields, code: string): string => {
  const value = fields[code];
  return typeof value === 'string' ? value : '';
};
