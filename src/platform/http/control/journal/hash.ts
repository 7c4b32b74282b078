import type { ControlHandler } from '../control-env.ts';

/** `GET /journal/hash`: one number for all that happened; see the store's hash-journal.ts for what it covers. */
export const journalHash: ControlHandler = async (c) => {
  const { workspace } = c.var;
  const journal = workspace.journal();
  await journal.written();
  await journal.shortened();
  workspace.bodies().flush();
  return c.json(await journal.index.hash());
};
