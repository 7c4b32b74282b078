import type { z } from 'zod';
import { dateOf, type CivilDate, type Instant } from '../../../kernel/civil-time.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { World } from '../../dispatch/world.ts';
import type { Application, ApplicationKind } from '../../domain/application.ts';
import type { Deed, FiledAs, Ruling } from '../../domain/applications/ruling.ts';
import type { Library } from '../../domain/library.ts';
import { partyPrefix } from '../../domain/party.ts';
import type { Person } from '../../domain/person.ts';
import { isRefusal, type Refusal } from '../../domain/refusals.ts';
import type { Settings } from '../../domain/settings.ts';
import type { Reader } from '../../store/port.ts';
import { readForm, type FormProblem } from '../../wire/read-form.ts';
import { filedNumbered } from './filed-numbered.ts';

/** What the insured place's clerk 经办 has on the desk. */
export type Desk = {
  readonly reader: Reader;
  readonly now: Instant;
  readonly today: CivilDate;
  readonly settings: Settings;
  readonly library: Library;
};

/** The application after the clerk's act, or all that is wrong with it. */
export type Ruled = Result<Application, readonly FormProblem[]>;

/** Reads a clerk's form and lets it be decided: a turn of the workspace's queue. Refusals leave no trace. */
export const clerkTurn = async <T>(
  world: World,
  schema: z.ZodType<T>,
  raw: unknown,
  decide: (form: T, desk: Desk) => Ruling | Refusal,
): Promise<Ruled> => {
  const form = readForm(schema, raw);
  if (!form.ok) return form;
  const now = world.clock.now();
  const { library } = world;
  return world.queue.submit((writer) => {
    const desk = { reader: writer.reader, now, today: dateOf(now), settings: world.settings(), library };
    const ruling = decide(form.value, desk);
    if (isRefusal(ruling)) return fail([{ field: '', message: `${partyPrefix(ruling.by)} ${ruling.text}` }]);
    writer.apply(ruling.writes);
    return ok(ruling.application);
  });
};

/** Lets something be done to what bears the number; a remark goes with it. */
export const onNumber = <Kind extends ApplicationKind>(
  { reader, now }: Desk,
  no: string,
  kind: Kind,
  note: string | undefined,
  act: (filed: FiledAs<Kind>, deed: Deed) => Ruling | Refusal,
): Ruling | Refusal => {
  const found = filedNumbered(reader, no, kind);
  if (isRefusal(found)) return found;
  const { filed, person } = found;
  return act(filed, deedFor(person, filed.application.insuplc, now, note));
};

/** An act of that place's clerk for that person. */
export const deedFor = (person: Person, insuplc: string, now: Instant, note?: string): Deed => ({
  person,
  insuplc,
  now,
  by: { role: 'insured', place: insuplc },
  note,
});
