import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';

/** The scripts of package.json that make up `npm test`. Import boundaries are among the unit tests. */
const CHECKS = ['test:unit', 'lint', 'typecheck', 'format:check'];
const AT_ONCE = 2;

const run = (script) =>
  new Promise((resolve) => {
    const started = performance.now();
    const child = spawn('npm', ['run', '--silent', script], { shell: process.platform === 'win32' });
    const output = [];
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    child.on('error', (error) => output.push(Buffer.from(`${error.message}\n`)));
    child.on('close', (code) =>
      resolve({ passed: code === 0, output: Buffer.concat(output).toString(), ms: performance.now() - started }),
    );
  });

const totals = (output) => output.split('\n').filter((line) => /^\s*(Test Files|Tests)\s/.test(line));

const report = (script, { passed, output, ms }) => {
  console.log(`${passed ? '✓' : '✗'} ${script}  ${(ms / 1000).toFixed(1)} s`);
  console.log((passed ? totals(output) : [output]).map((line) => `${line}\n`).join(''));
};

const waiting = [...CHECKS];
const failed = [];

const work = async () => {
  for (let script = waiting.shift(); script !== undefined; script = waiting.shift()) {
    const outcome = await run(script);
    report(script, outcome);
    if (!outcome.passed) failed.push(script);
  }
};

await Promise.all(Array.from({ length: AT_ONCE }, work));
console.log(failed.length === 0 ? 'All checks passed.' : `Failed: ${failed.join(', ')}. Run one alone: npm run <name>`);
process.exitCode = failed.length === 0 ? 0 : 1;
