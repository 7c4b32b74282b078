import { isPending, type ApplicationKind } from '../../../domain/application.ts';
import { filedOf, filedUnder } from '../../../domain/applications/filed.ts';
import type { Filed } from '../../../domain/applications/ruling.ts';
import type { Person } from '../../../domain/person.ts';
import { personGiven, type Workspace } from '../../../sandbox.ts';
import { problem } from '../answers.ts';
import type { ControlContext } from '../control-env.ts';
import { applicationEntry } from './application-entry.ts';

type World = ReturnType<Workspace['world']>;

/** Which applications: of everybody, or of `person` with what stood there from the beginning; all or `pending` ones. */
export const askedApplications = (
  c: ControlContext,
  kind: ApplicationKind,
): { readonly entries: ReturnType<typeof applicationEntry>[]; readonly person: Person | undefined } | Response => {
  const world = c.var.workspace.world();
  const named = c.req.query('person');
  const person = named === undefined ? undefined : personGiven(world.store.reader, named);
  if (named !== undefined && !person)
    return problem(c, 404, `没有人员 ${named}，请填人员编号、证件号码或 kuasheng personas、people 的编号`);
  const pendingOnly = c.req.query('pending') === 'true';
  const entries = (person ? filedOf(world.store.reader, person) : everybody(world))
    .filter(({ application }) => application.kind === kind && (!pendingOnly || isPending(application)))
    .map((filed) => applicationEntry(world, filed));
  return { entries, person };
};

const everybody = ({ store: { reader } }: World): Filed[] =>
  reader.applications().flatMap(({ trt_dcla_detl_sn }) => filedUnder(reader, trt_dcla_detl_sn) ?? []);
