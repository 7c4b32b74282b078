import { z } from 'zod';
import { ok, type Result } from '../../kernel/result.ts';
import type { DiseaseList } from '../scope/disease-list.ts';
import type { Problem } from './problem.ts';
import { readYaml } from './read-yaml.ts';
import { founded, life, listHead, span, unknownSources } from './schema/founded.ts';
import { admdvsText, diseaseText, words } from './schema/texts.ts';

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
    ...listHead,
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
      for (const message of unknownSources(block.source, file.sources)) complain(message, [...path, 'source']);
    }
  });

/** Reads the list of diseases that may be settled across provinces, and the codes that stay at home. */
export const loadDiseases = (file: string, text: string): Result<DiseaseList, Problem[]> => {
  const read = readYaml(diseaseFile, file, text);
  if (!read.ok) return read;
  return ok({
    crossProvince: read.value.cross_province.flatMap((block) =>
      block.diseases.map((disease) => ({ ...disease, ...span(block) })),
    ),
    local: read.value.local.flatMap((block) =>
      block.diseases.map((disease) => ({ ...disease, place: block.place, ...span(block) })),
    ),
  });
};
