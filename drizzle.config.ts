import { defineConfig } from 'drizzle-kit';

/** For `npx drizzle-kit generate` only: migrations are applied when a book is opened, never by drizzle-kit. */
export default defineConfig({
  dialect: 'sqlite',
  schema: './src/platform/store/sqlite/schema.ts',
  out: './src/platform/store/sqlite/migrations',
});
