import fc from 'fast-check';
import { expect } from 'vitest';
import { sandboxApp } from '../../../src/platform/http/app.ts';
import { openSandbox } from '../../../src/platform/sandbox.ts';
import { lives, type Life } from './life.ts';
import { live, liveAlone } from './live.ts';

/** Workspaces that live at the same time, each of so many acts at most. */
export type Crowd = { readonly workspaces: number; readonly acts: number };

/** Whatever happens in other workspaces meanwhile, each is answered what it would be answered alone. */
export const liveApart = ({ workspaces, acts }: Crowd, numRuns: number): Promise<void> =>
  fc.assert(fc.asyncProperty(lives(workspaces, acts), together), { numRuns, endOnFailure: true });

const together = async (all: readonly Life[]): Promise<void> => {
  const defects: unknown[] = [];
  const sandbox = await openSandbox({ onDefect: (defect) => defects.push(defect) });
  const app = sandboxApp(sandbox);
  try {
    const lived = await Promise.all(all.map((life, index) => live(app.request, `team-${index}`, life)));
    for (const [index, life] of all.entries()) expect(lived[index]).toEqual(await liveAlone(`team-${index}`, life));
    expect(defects).toEqual([]);
    // Two that said something said something else: a hash that is the same everywhere would prove nothing.
    const spoken = lived.filter(({ answers }) => answers.length > 0).map(({ hash }) => hash);
    expect(new Set(spoken).size).toBe(spoken.length);
  } finally {
    await sandbox.close();
  }
};
