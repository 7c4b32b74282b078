import { describe, it } from 'vitest';
import { liveApart } from './workspaces/apart.ts';

/*
 * Many teams in one process: seeds, clocks, settings, snapshots and messages of each are its own. Fifty of them in
 * test/slow/workspaces.test.ts.
 */

describe('workspaces that live at the same time', () => {
  it('are each what they would be in a process of their own: every answer, and the hash of the journal', async () => {
    await liveApart({ workspaces: 3, acts: 6 }, 1);
  });
});
