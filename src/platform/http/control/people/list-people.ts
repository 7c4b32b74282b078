import { z } from 'zod';
import type { Workspace } from '../../../sandbox.ts';
import { readForm } from '../../../wire/read-form.ts';
import { misfit } from '../answers.ts';
import type { ControlHandler } from '../control-env.ts';
import { personEntry } from '../person-entry.ts';
import { personInWords } from './person-in-words.ts';

type Population = ReturnType<Workspace['population']>;

/**
 * `GET /people?place=610100&from=1&limit=50`: people of a place by their numbers, as personas are listed. `id` is place
 * and number. Looking at them stores nobody.
 */
export const listPeople: ControlHandler = (c) => {
  const { workspace } = c.var;
  const population = workspace.population();
  const form = readForm(query(population), c.req.query());
  if (!form.ok) return misfit(c, form.error);
  const { place, from, limit } = form.value;
  const total = population.size(place);
  const last = Math.min(from + limit - 1, total);
  const numbers = Array.from({ length: Math.max(0, last - from + 1) }, (_, index) => from + index);
  const world = workspace.world();
  const people = numbers.flatMap((n) => {
    const life = population.numbered({ place, n });
    if (!life) return [];
    const person = world.store.reader.person(life.person.psn_no) ?? life.person;
    return [{ ...personEntry(world, person), id: `${place}-${n}`, shows: personInWords(world, person) }];
  });
  return c.json({ people, place, total });
};

const whole = (most: number, unsaid: number) =>
  z
    .string()
    .refine((text) => /^\d{1,9}$/.test(text) && Number(text) >= 1 && Number(text) <= most, {
      error: ({ input }) => `“${String(input)}” 应为 1 到 ${most} 的整数`,
    })
    .transform(Number)
    .default(unsaid);

const query = (population: Population) =>
  z
    .strictObject({
      place: z.string().refine((place) => population.size(place) > 0, {
        error: ({ input }) =>
          `“${String(input)}” 应为参保地（统筹区）的六位医保区划，如 610100（西安市）；省直辖县级行政区没有虚拟人群`,
      }),
      from: whole(999_999_999, 1),
      limit: whole(500, 50),
    })
    .superRefine(({ place, from }, context) => {
      const size = population.size(place);
      if (size === 0 || from <= size) return;
      context.addIssue({ code: 'custom', path: ['from'], message: `“${from}” 应为 1 到 ${size} 的整数` });
    });
