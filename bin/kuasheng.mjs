#!/usr/bin/env node
// Old versions of Node must get as far as the message: no static imports, no top-level await, no new syntax before it.
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `跨省沙箱需要 Node.js 20.19 或更高版本，当前为 ${process.versions.node}。\n` +
      `Kuasheng needs Node.js 20.19 or newer; this is ${process.versions.node}.`,
  );
  process.exit(1);
}

import('./start.mjs').catch((error) => {
  console.error(error);
  process.exit(1);
});
