import { isAdmdvs, provinceOf, type Admdvs } from '../../../../kernel/admdvs.ts';
import { fail, ok, type Result } from '../../../../kernel/result.ts';
import {
  benefitOf,
  DEFAULT_WORKSPACE,
  expectationsOf,
  keyOfProvince,
  SIDES,
  type AcceptanceAddress,
  type AcceptanceSource,
  type Side,
  type Workspace,
} from '../../../sandbox.ts';
import { loadTable } from '../../../wire/load-table.ts';
import { read } from '../../../wire/read.ts';
import { problem } from '../answers.ts';
import type { ControlContext } from '../control-env.ts';

/** What the kit reads of a workspace, after everything that was answered so far has reached the journal. */
export const acceptanceSource = async (workspace: Workspace, province: Admdvs): Promise<AcceptanceSource> => {
  const world = workspace.world();
  await world.queue.submit(() => undefined);
  const { library, clock, onDefect } = world;
  const { reader } = world.store;
  return {
    reader,
    library,
    now: clock.now(),
    answerOf: (seq) => {
      const bodies = workspace.bodies().find(seq);
      return bodies && Buffer.from(bodies.answer).toString('utf8');
    },
    benefit: benefitOf({ reader, library, expectations: expectationsOf(reader, province) }, decoded),
    onDefect: (defect) => onDefect(defect, 'acceptance'),
  };
};

/** An answer's output by the table of its transaction. */
const decoded = (infno: string, output: unknown): unknown => {
  const table = loadTable('national', infno);
  return table && output !== undefined ? read(table, output, 'output').value : output;
};

/** Where the next calls go. A key that the workspace gave a province is not told: the user puts it in. */
export const addressOf = (c: ControlContext): AcceptanceAddress => {
  const { workspace } = c.var;
  const { origin } = new URL(c.req.url);
  const settings = workspace.settings();
  const key = (province: Admdvs) =>
    settings.provinceKeys[province] === undefined ? keyOfProvince(settings, province) : '$PROVINCE_KEY';
  return {
    url: workspace.name === DEFAULT_WORKSPACE ? origin : `${origin}/w/${workspace.name}`,
    signIn: (province) => `${province}:${key(province)}`,
  };
};

/** Whose acceptance is asked for, `?province=440000&role=treatment`. */
export type Asked = { readonly province: Admdvs; readonly sides: readonly Side[] };

export const askedOf = (c: ControlContext): Result<Asked, Response> => {
  const province = c.req.query('province') ?? '';
  const role = c.req.query('role') ?? 'both';
  const fault = provinceFault(province);
  if (fault !== undefined) return fail(problem(c, 422, fault));
  const sides = role === 'both' ? SIDES : SIDES.filter((side) => side === role);
  if (sides.length === 0) return fail(problem(c, 422, 'role 应为 treatment（就医省）、insured（参保省）或 both'));
  return ok({ province, sides });
};

/** Why a text is no province. */
export const provinceFault = (province: string): string | undefined =>
  isAdmdvs(province) && provinceOf(province) === province
    ? undefined
    : `province（${province}）应为以 0000 结尾的省级区划，如 440000`;
