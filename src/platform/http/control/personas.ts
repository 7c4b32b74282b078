import type { ControlHandler } from './control-env.ts';
import { personEntry } from './person-entry.ts';

/** `GET /personas`: the persons of the seeds, and what each is for. */
export const listPersonas: ControlHandler = (c) => {
  const world = c.var.workspace.world();
  return c.json({ personas: world.store.reader.personas().map((person) => personEntry(world, person)) });
};
