import { join } from 'node:path';
import { projectRoot } from '../../project-root.ts';

/** Where the migrations lie: in the package's sources, whether this code runs from there or from a bundle in dist/. */
export const migrationsFolder = (): string => join(projectRoot(), 'src/platform/store/sqlite/migrations');
