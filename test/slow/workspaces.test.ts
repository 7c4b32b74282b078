import { describe, it } from 'vitest';
import { liveApart } from '../properties/workspaces/apart.ts';

describe('fifty workspaces that live at the same time', () => {
  it('are each what they would be in a process of their own: every answer, and the hash of the journal', async () => {
    await liveApart({ workspaces: 50, acts: 20 }, 1);
  }, 600_000);
});
