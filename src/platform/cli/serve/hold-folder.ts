import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { refusal, type Failure } from '../server/failure.ts';

/** Holds the number of the process that serves the folder. */
const MARK = 'serving.pid';

/**
 * Takes a data folder for this process, or says who has it: two sandboxes over the same books would number their
 * messages alike. A mark that a killed process left behind counts for nothing. Gives back how to let go.
 */
export const holdFolder = (folder: string, processId: number): Result<() => void, Failure> => {
  const mark = join(folder, MARK);
  try {
    mkdirSync(folder, { recursive: true });
    const holder = holderOf(mark);
    if (holder !== undefined && holder !== processId && isAlive(holder)) {
      return fail(refusal(`数据目录 ${folder} 正由另一个沙箱使用（进程 ${holder}）。换一个目录：--data 目录`));
    }
    writeFileSync(mark, `${processId}\n`);
  } catch (error) {
    return fail(refusal(`不能使用数据目录 ${folder}：${(error as Error).message}`));
  }
  return ok(() => rmSync(mark, { force: true }));
};

const holderOf = (mark: string): number | undefined => {
  try {
    const holder = Number(readFileSync(mark, 'utf8'));
    return Number.isSafeInteger(holder) && holder > 0 ? holder : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};

const isAlive = (processId: number): boolean => {
  try {
    return process.kill(processId, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};
