import { writeFile } from 'node:fs/promises';
import { misuse, type Failure } from './failure.ts';

/** Writes a paper into a file that the user named; why not, where it cannot be written. */
export const writeText = async (file: string, text: string): Promise<Failure | undefined> => {
  try {
    await writeFile(file, text);
    return undefined;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return misuse(`写不了文件 ${file}（${code ?? String(error)}）`);
  }
};
