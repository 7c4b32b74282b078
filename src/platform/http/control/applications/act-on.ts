import type { Application } from '../../../domain/application.ts';
import type { Workspace } from '../../../sandbox.ts';
import { misfit } from '../answers.ts';
import type { ControlHandler } from '../control-env.ts';
import { jsonBody } from '../json-body.ts';
import { writtenEntry } from './application-entry.ts';

type World = ReturnType<Workspace['world']>;
type Ruled =
  | { readonly ok: true; readonly value: Application }
  | { readonly ok: false; readonly error: readonly { readonly message: string }[] };

/** `POST …`: a clerk's form; answers with the new application under that name. */
export const posted =
  (name: string, act: (world: World, raw: unknown) => Promise<Ruled>): ControlHandler =>
  async (c) => {
    const raw = await jsonBody(c);
    if (!raw.ok) return raw.error;
    const world = c.var.workspace.world();
    const ruled = await act(world, raw.value);
    return ruled.ok ? c.json({ [name]: writtenEntry(world, ruled.value) }, 201) : misfit(c, ruled.error);
  };

/** `POST …/{no}/…`: a clerk's act on what bears the number; answers with the application as it is then. */
export const actedOn =
  (name: string, act: (world: World, no: string, raw: unknown) => Promise<Ruled>): ControlHandler =>
  async (c) => {
    const raw = await jsonBody(c);
    if (!raw.ok) return raw.error;
    const world = c.var.workspace.world();
    const ruled = await act(world, c.req.param('no') ?? '', raw.value);
    return ruled.ok ? c.json({ [name]: writtenEntry(world, ruled.value) }) : misfit(c, ruled.error);
  };
