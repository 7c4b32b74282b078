import { z } from 'zod';
import { ok, type Result } from '../../kernel/result.ts';
import type { DiseaseList } from '../scope/disease-list.ts';
import { MARKS, STATUSES, type Mark } from './basis.ts';
import type { Problem } from './problem.ts';
import { readYaml } from './read-yaml.ts';
import { admdvsText, dateText, diseaseText, listOf, words } from './schema/texts.ts';

const founded = {
  source: listOf(words),
  mark: z.enum(Object.keys(MARKS) as Mark[]),
  status: z.enum(STATUSES),
  checked_on: dateText,
  note: words.exactOptional(),
};

const life = { from: dateText, to: dateText.exactOptional() };

/** Diseases that became open together share one block: one date, one source. */
const opening = z.strictObject({
  ...life,
  ...founded,
  diseases: z
    .array(z.strictObject({ code: diseaseText, name: words, category: words, under: diseaseText.exactOptional() }))
    .min(1),
});

const localBlock = z.strictObject({
  ...life,
  ...founded,
  place: admdvsText,
  diseases: z.array(z.strictObject({ code: diseaseText, name: words })).min(1),
});

const diseaseFile = z
  .strictObject({
    title: words,
    sources: z.record(z.string(), z.strictObject({ title: words, dated: words, trust: words })),
    cross_province: z.array(opening).min(1),
    local: z.array(localBlock),
  })
  .superRefine((file, context) => {
    const complain = (message: string, path: PropertyKey[]) => context.addIssue({ code: 'custom', message, path });
    const blocks = [...file.cross_province.entries()].map(([index, block]) => ({
      path: ['cross_province', index],
      block,
    }));
    const codes = new Set(blocks.flatMap(({ block }) => block.diseases.map(({ code }) => code)));
    for (const { path, block } of blocks) {
      block.diseases.forEach(({ under }, index) => {
        if (under !== undefined && !codes.has(under)) {
          complain(`大类 “${under}” 不在表中`, [...path, 'diseases', index, 'under']);
        }
      });
    }
    const all = [...blocks, ...[...file.local.entries()].map(([index, block]) => ({ path: ['local', index], block }))];
    for (const { path, block } of all) {
      for (const key of block.source.filter((source) => !(source in file.sources))) {
        complain(`来源 “${key}” 没有在 sources 中登记`, [...path, 'source']);
      }
    }
  });

/** Reads the list of diseases that may be settled across provinces, and the codes that stay at home. */
export const loadDiseases = (file: string, text: string): Result<DiseaseList, Problem[]> => {
  const read = readYaml(diseaseFile, file, text);
  if (!read.ok) return read;
  const span = ({ from, to }: { from: string; to?: string }) => (to === undefined ? { from } : { from, to });
  return ok({
    crossProvince: read.value.cross_province.flatMap((block) =>
      block.diseases.map((disease) => ({ ...disease, ...span(block) })),
    ),
    local: read.value.local.flatMap((block) =>
      block.diseases.map((disease) => ({ ...disease, place: block.place, ...span(block) })),
    ),
  });
};
