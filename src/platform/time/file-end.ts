import type { DueHandler } from './due-work.ts';

/** A file can be fetched until its time is over; then nobody keeps it. */
export const fileEnd: DueHandler = (_reader, { key }) => [{ kind: 'file.drop', file_qury_no: key }];
