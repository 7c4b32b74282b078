import type { Context, Handler } from 'hono';
import type { Workspace } from '../../sandbox.ts';

/** What a handler of the control API is given: the workspace that the path names, or the default one. */
export type ControlEnv = { Variables: { workspace: Workspace } };

export type ControlContext = Context<ControlEnv>;
export type ControlHandler = Handler<ControlEnv>;
