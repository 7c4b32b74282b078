import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

/** Runs the command on a Node that says it is of that version. */
const onNode = (version: string) => {
  const versions = `{value:{...process.versions,node:'${version}'}}`;
  const pretend = `data:text/javascript,Object.defineProperty(process,'versions',${versions})`;
  return spawnSync(process.execPath, ['--import', pretend, 'bin/kuasheng.mjs', '--version'], { encoding: 'utf8' });
};

describe('the command', () => {
  it.each(['18.20.8', '20.18.3'])(
    'on Node %s says which version it needs, in two languages, and loads nothing',
    (old) => {
      const { status, stderr, stdout } = onNode(old);
      expect(status).toBe(1);
      expect(stdout).toBe('');
      expect(stderr).toBe(
        `跨省沙箱需要 Node.js 20.19 或更高版本，当前为 ${old}。\nKuasheng needs Node.js 20.19 or newer; this is ${old}.\n`,
      );
    },
  );
});
