import { z } from 'zod';
import type { BodyHit, JournalDesk, Workspace } from '../../../sandbox.ts';
import { readForm } from '../../../wire/read-form.ts';
import { misfit } from '../answers.ts';
import type { ControlHandler } from '../control-env.ts';
import { filterFields } from './filter-form.ts';
import { NDJSON, pulledResponse, type Piece } from './pulled.ts';

const form = z.strictObject({ text: filterFields.text });

/**
 * `GET /journal/bodies?text=`: looks through the raw bytes of both sides, in UTF-8, in GBK and in JSON's escapes. A
 * line of JSON for each body that holds the text as it is found, then one that says how many were looked through. It
 * stops when the client goes away.
 */
export const searchBodies: ControlHandler = async (c) => {
  const asked = readForm(form, c.req.query());
  if (!asked.ok) return misfit(c, asked.error);
  const { workspace } = c.var;
  await workspace.journal().written();
  workspace.bodies().flush();
  return pulledResponse(NDJSON, search(workspace, asked.value.text));
};

const search = (workspace: Workspace, text: string) => {
  const journal = workspace.journal();
  const sum = { scanned: 0, hits: 0 };
  let after = 0;
  return async (isGone: () => boolean): Promise<Piece> => {
    while (!isGone()) {
      const { hits, next, scanned } = await journal.index.bodies(text, after);
      sum.scanned += scanned;
      sum.hits += hits.length;
      after = next ?? after;
      const last = next === undefined;
      const lines = hits.map((hit) => hitShown(journal, hit));
      if (last) return { text: linesOf([...lines, { done: true, ...sum }]), last };
      if (lines.length > 0) return { text: linesOf(lines), last };
    }
    return { text: '', last: true };
  };
};

const linesOf = (values: readonly object[]): string => values.map((value) => `${JSON.stringify(value)}\n`).join('');

const hitShown = (journal: JournalDesk, hit: BodyHit) => {
  const [row] = journal.rows([hit.seq]);
  return { ...(row && { trace: row.trace, infno: row.infno }), ...hit };
};
