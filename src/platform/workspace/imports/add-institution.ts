import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { World } from '../../dispatch/world.ts';
import type { Institution } from '../../domain/institution.ts';
import type { Reader, Write } from '../../store/port.ts';
import { institutionUploads } from '../../domain/uploads-of.ts';
import { readForm, type FormProblem } from '../../wire/read-form.ts';
import { institutionForm, treatmentPlace } from './institution-form.ts';
import { seedItems } from './seed-items.ts';

/** The institution as it is now kept, and whether it was unknown before. */
export type Added = { readonly institution: Institution; readonly isNew: boolean };

/**
 * Adds a real HIS's own institution, or changes one that is there. The first one of a place brings the catalogue of the
 * seeds along: without any, every fee line there would be wholly self-paid. Its province has uploaded it with that.
 */
export const addInstitution = async (world: World, raw: unknown): Promise<Result<Added, readonly FormProblem[]>> => {
  const form = readForm(institutionForm(world.library), raw);
  if (!form.ok) return fail(form.error);
  const institution = form.value;
  const place = treatmentPlace(institution);
  const items = hasInstitutions(world.store.reader, place) ? [] : seedItems(place);
  return world.queue.submit((writer) => {
    const before = writer.reader.institution(institution.fixmedins_code);
    const uploads = institutionUploads(institution, before, world.clock.now());
    const missing = items.filter(({ med_list_codg }) => writer.reader.item(place, med_list_codg) === undefined);
    writer.apply([
      { kind: 'institution.put', institution },
      ...missing.map((item): Write => ({ kind: 'item.put', place, item })),
      ...uploads.map((upload): Write => ({ kind: 'upload.put', upload })),
    ]);
    return ok({ institution, isNew: before === undefined });
  });
};

const hasInstitutions = (reader: Reader, place: string): boolean =>
  reader.institutions().some((institution) => treatmentPlace(institution) === place);
