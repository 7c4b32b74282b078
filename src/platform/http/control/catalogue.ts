import { fail, ok, type Result } from '../../../kernel/result.ts';
import { importCatalogue, type CatalogueSource } from '../../sandbox.ts';
import { readBody } from '../read-body.ts';
import { problem } from './answers.ts';
import type { ControlContext, ControlHandler } from './control-env.ts';
import { jsonBody } from './json-body.ts';

/** A catalogue of a whole province has some 200,000 rows. */
const MAXIMUM = 32 * 1_048_576;
/** Faults that one answer lists. */
const LISTED = 100;

/**
 * `POST /catalogue?admdvs=`: imports a catalogue 就医地目录 from CSV, or from JSON `{ "rows": [{ … }] }`; without a place it
 * goes to every place that has an institution. Faults are told by their lines, and then nothing is imported.
 */
export const postCatalogue: ControlHandler = async (c) => {
  const source = await sourceOf(c);
  if (!source.ok) return source.error;
  const imported = await importCatalogue(c.var.workspace.world(), source.value, c.req.query('admdvs'));
  if (imported.ok) return c.json(imported.value);
  const errors = imported.error;
  const told = errors
    .slice(0, LISTED)
    .map(({ line, message }) => (line === undefined ? { message } : { line, message: `第 ${line} 行：${message}` }));
  return problem(c, 422, `目录没有导入，共 ${errors.length} 处错误；${told[0]?.message ?? ''}`, told);
};

const sourceOf = async (c: ControlContext): Promise<Result<CatalogueSource, Response>> => {
  if (c.req.header('content-type')?.startsWith('text/csv')) return csvBody(c);
  const raw = await jsonBody(c, MAXIMUM);
  if (!raw.ok) return raw;
  const rows = Array.isArray(raw.value) ? (raw.value as unknown[]) : (raw.value as { rows?: unknown } | null)?.rows;
  return Array.isArray(rows) ? ok({ rows }) : fail(problem(c, 422, '应为 {"rows":[…]}，每行一个目录项'));
};

const csvBody = async (c: ControlContext): Promise<Result<CatalogueSource, Response>> => {
  const csv = await readBody(c.req.raw, MAXIMUM);
  if (csv === 'too-large') return fail(problem(c, 413, `目录过大：最多 ${MAXIMUM / 1_048_576} MiB，请分几个文件导入`));
  return csv === 'broken-off' ? fail(problem(c, 400, '内容没有传完')) : ok({ csv });
};
