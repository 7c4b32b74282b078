import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { scenarioSchema } from '../../../../src/platform/features/scenario/file/json-schema.ts';
import { GROUPS } from '../../../../src/platform/features/scenario/groups.ts';
import { readLibrary, scenarioFiles } from '../../../../src/platform/features/scenario/file/library.ts';
import { needsHis } from '../../../../src/platform/features/scenario/scenario.ts';
import { projectRoot } from '../../../../src/platform/project-root.ts';
import { runningServer } from '../../cli/running-server.ts';
import { failuresOf, playHashed, shippedLibrary } from './shipped.ts';

/** One of each sort; test/slow/scenarios.test.ts plays all of them. */
const HANDFUL = [
  'prescription-with-unrelated-items',
  'qualification-terminated-for-fraud',
  'filing-changed-before-settlement',
  'sign-in-ends-at-midnight',
  'answer-lost-then-resent',
  'half-answer',
  'two-ways-from-one-snapshot',
  'voucher-onboarding',
];

describe('the shipped scenarios', () => {
  const server = runningServer();
  const { scenarios, problems } = shippedLibrary();

  it('are without fault', () => {
    expect(problems).toEqual([]);
    expect(scenarios.filter((one) => !needsHis(one)).length).toBeGreaterThanOrEqual(40);
    const groups = new Set(scenarios.map(({ group }) => group));
    expect(Object.keys(GROUPS).filter((group) => !groups.has(group as keyof typeof GROUPS))).toEqual([]);
  });

  it('stand in the folder of their group', () => {
    expect(scenarios.filter(({ file, group }) => !file.includes(`/${group}/`)).map(({ file }) => file)).toEqual([]);
    expect(scenarios.every(({ group }) => group in GROUPS)).toBe(true);
  });

  it('fit the JSON Schema that editors use, and a file that is wrong does not', () => {
    const schema = z.fromJSONSchema(scenarioSchema() as Parameters<typeof z.fromJSONSchema>[0]);
    const misfits = scenarios.filter(({ file }) => !schema.safeParse(parse(readFileSync(file, 'utf8'))).success);
    expect(misfits.map(({ file }) => file)).toEqual([]);
    const [first] = scenarios;
    const right = parse(readFileSync(first?.file ?? '', 'utf8')) as object;
    expect(schema.safeParse(right).success).toBe(true);
    expect(schema.safeParse({ ...right, steps: [{ clok: '+3d' }] }).success).toBe(false);
    expect(schema.safeParse({ ...right, group: 'other' }).success).toBe(false);
  });

  it('are explained by an example that is green itself', async () => {
    const page = readFileSync(join(projectRoot(), 'docs/scenarios.md'), 'utf8');
    const folder = mkdtempSync(join(tmpdir(), 'kuasheng-example-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'mistaken.yaml'), /```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? '');
    const files = [...scenarioFiles(join(projectRoot(), 'scenarios')), join(folder, 'mistaken.yaml')];
    const { scenarios: all, problems: wrong } = readLibrary(files);
    expect(wrong).toEqual([]);
    const example = all.find(({ name }) => name === 'mistaken');
    if (!example) throw new Error('the page has an example');
    const { played } = await playHashed(server.url(), example, { workspace: 'example' });
    expect(failuresOf(played)).toEqual([]);
  });

  it.each(HANDFUL)('%s is green, and the same twice to the last byte', async (name) => {
    const scenario = scenarios.find((one) => one.name === name);
    if (!scenario) throw new Error(`no scenario ${name}`);
    const [first, second] = await Promise.all([
      playHashed(server.url(), scenario, { workspace: `${HANDFUL.indexOf(name)}-a` }),
      playHashed(server.url(), scenario, { workspace: `${HANDFUL.indexOf(name)}-b` }),
    ]);
    expect(failuresOf(first.played)).toEqual([]);
    expect(second.hash).toBe(first.hash);
  });
});
