import { z } from 'zod';
import type { Sandbox } from '../../sandbox.ts';
import { problem } from './answers.ts';
import type { ControlHandler } from './control-env.ts';
import { formBody } from './json-body.ts';

const form = z.strictObject({ fixmedins_code: z.string().trim().min(1).max(30), workspace: z.string() });

/** `GET /assignments`: which institution's messages go to which workspace when their path names none. */
export const listAssignments =
  (sandbox: Sandbox): ControlHandler =>
  (c) =>
    c.json({ assignments: sandbox.assignments() });

/**
 * `POST /assignments` `{ "fixmedins_code": "H…", "workspace": "team-a" }`; the institution need not exist there yet.
 */
export const postAssignment =
  (sandbox: Sandbox): ControlHandler =>
  async (c) => {
    const assignment = await formBody(c, form);
    if (!assignment.ok) return assignment.error;
    const { fixmedins_code, workspace } = assignment.value;
    if (!sandbox.workspace(workspace)) return problem(c, 404, `没有工作区 ${workspace}`);
    sandbox.assign(fixmedins_code, workspace);
    return c.json({ assignment: { fixmedins_code, workspace } });
  };
